#include "extract/listed_credentials.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/key_set.h"

namespace careerfacts {
namespace {

bool ends_with_noun(std::string_view name) {
  static constexpr std::array<std::string_view, 6> kNouns{"certification", "certificate", "license",
                                                          "licence",       "exam",        "examination"};
  const std::string lower = to_lower(name);
  return std::any_of(kNouns.begin(), kNouns.end(),
                     [&](std::string_view noun) { return lower.ends_with(noun); });
}

// "real estate license": written in small letters in the list, and so in texts.
bool is_common_noun(std::string_view surface) {
  return surface.find(' ') != surface.npos &&
         std::none_of(surface.begin() + 1, surface.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::pair<std::uint32_t, std::uint32_t> list_of_item(const Document& document, std::uint32_t b) {
  const Block& block = document.blocks[b];
  if (block.kind != BlockKind::list_item) return {kNone, kNone};
  return {block.section, block.parent != kNone ? block.parent : block.lead};
}

ListedCredentials::ListedCredentials(const Scan& scan, const CredentialContext& context,
                                     KnownCredentials& known)
    : scan_(scan), rules_(*scan.rules), context_(context), known_(known), country_(scan) {
  const auto may_be = [&](const Hit& hit) {  // most are words of the language: "it", "is", "pm"
    const CredentialSurface& surface = rules_.credential_surfaces[hit.entry];
    return !surface.is_abbreviation || hit.last > hit.first + 1 || is_exact(surface, {hit.first, hit.last});
  };
  first_of_block_.reserve(scan.blocks.size() + 1);
  for (const ScannedBlock& block : scan.blocks) {
    first_of_block_.push_back(static_cast<std::uint32_t>(hits_.size()));
    for (std::uint32_t h = block.first_hit; h < block.last_hit; ++h)
      if (scan.hits[h].list == ListKind::credential && may_be(scan.hits[h])) hits_.push_back(h);
  }
  first_of_block_.push_back(static_cast<std::uint32_t>(hits_.size()));
}

void ListedCredentials::find(std::uint32_t block, std::vector<CredentialCandidate>& found) {
  block_ = block;
  range_ = scan_.blocks[block].tokens;
  doubtful_.clear();
  bracket_of_job_ = CredentialCandidate::kOpen;
  for (std::uint32_t h = first_of_block_[block]; h < first_of_block_[block + 1]; ++h) {
    const Hit& hit = scan_.hits[hits_[h]];
    const CredentialSurface& surface = rules_.credential_surfaces[hit.entry];
    const TokenRange at = without_issuer(with_noun({hit.first, hit.last}, surface), surface);
    if (surface.is_abbreviation && !is_exact(surface, at)) continue;
    const bool bare = surface.is_abbreviation || scan_.text(at) == credential(surface).abbreviation;
    const CredentialCandidate candidate{at,
                                        surface.credential,
                                        bare,
                                        credential(surface).issuer,
                                        "certification.gazetteer",
                                        bare ? std::string_view{} : own_alias(surface),
                                        {}};
    if (surface.is_abbreviation && at.first == bracket_of_job_) continue;
    const bool accepted =
        surface.is_abbreviation ? accepts_abbreviation(surface, at) : accepts_name(surface, at);
    if (!surface.is_abbreviation) note_expansion(surface, at, accepted);
    if (accepted)
      found.push_back(candidate);
    else if (surface.is_abbreviation && is_doubtful(surface, at))
      doubtful_.push_back(candidate);
  }
  accept_neighbours(found);
}

// "Certified Medical Assistants (CMA)" tells what CMA means in this document, also where it names people.
void ListedCredentials::note_expansion(const CredentialSurface& surface, TokenRange at, bool accepted) {
  const std::string_view abbreviation = credential(surface).abbreviation;
  if (abbreviation.empty() || !exists(at.last + 1) || !token(at.last).is('(')) return;
  const std::string_view rest = std::string_view(scan_.document->text).substr(token(at.last + 1).begin);
  if (!rest.starts_with(abbreviation)) return;
  known_.spelled_out.emplace(abbreviation, surface.credential);
  if (!accepted) bracket_of_job_ = at.last + 1;
}

// Can the company of another credential make this abbreviation one? REQUIRES: is_exact.
bool ListedCredentials::is_doubtful(const CredentialSurface& surface, TokenRange at) const {
  if (inside_publisher(at) || is_sure_title(at) || context_.names_issuer(block_, at)) return false;
  if (surface.policy == Policy::cue) return !known_.spelled_out.contains(surface.surface);
  return surface.policy == Policy::never && surface.surface.size() >= 3 && !is_shared(surface, at) &&
         !context_.refused(block_, at);
}

// "PMP certification" is the PMP; "ASE certification" is named so. The noun belongs to a mention where the
// name ends with it and the abbreviation does not spell it.
TokenRange ListedCredentials::with_noun(TokenRange at, const CredentialSurface& surface) const {
  const std::string_view abbreviation = credential(surface).abbreviation;
  if (abbreviation.empty()) return at;
  TokenRange bare = at;
  while (bare.last > bare.first + 1 && context_.is_noun(bare.last - 1)) --bare.last;
  if (scan_.text(bare) != abbreviation) return at;
  if (!exists(bare.last) || !context_.is_noun(bare.last)) return bare;
  const std::string noun = singular(to_lower(scan_.word(bare.last)));
  const bool spelled = to_lower(abbreviation).back() == noun[0];
  const bool named = to_lower(credential(surface).name).ends_with(noun);
  return named && !spelled ? TokenRange{bare.first, bare.last + 1} : bare;
}

// "Certified Paralegal (CP) credential"
bool ListedCredentials::has_noun_behind(TokenRange at) const {
  return exists(at.last + 3) && token(at.last).is('(') && token(at.last + 1).all_upper &&
         token(at.last + 2).is(')') && context_.is_noun(at.last + 3);
}

// "Cisco CCNA" is the CCNA, by Cisco.
TokenRange ListedCredentials::without_issuer(TokenRange at, const CredentialSurface& surface) const {
  const std::string_view abbreviation = credential(surface).abbreviation;
  const bool acronym = abbreviation.size() >= 3 && std::all_of(abbreviation.begin(), abbreviation.end(),
                                                               [](char c) { return c >= 'A' && c <= 'Z'; });
  if (acronym && at.last > at.first + 1 && scan_.word(at.last - 1) == abbreviation) at.first = at.last - 1;
  return at;
}

// "NASM certification" of the NASM Certified Personal Trainer: the name is that of the text.
std::string_view ListedCredentials::own_alias(const CredentialSurface& surface) const {
  const std::string_view name = credential(surface).name;
  return ends_with_noun(surface.surface) && !ends_with_noun(name) ? surface.surface : std::string_view{};
}

bool ListedCredentials::is_exact(const CredentialSurface& surface, TokenRange at) const {
  if (at.last > at.first + 1 && context_.is_noun(at.last - 1) && scan_.text(at) != surface.surface) --at.last;
  std::string_view text = scan_.text(at);
  if (text.size() == surface.surface.size() + 1 && text.back() == 's') text.remove_suffix(1);
  return std::equal(text.begin(), text.end(), surface.surface.begin(), surface.surface.end(),
                    [](char in_text, char listed) {
                      return (in_text == '|' ? '/' : in_text) == listed;  // "C|EH" is listed as "C/EH"
                    });
}

// REQUIRES: is_exact.
bool ListedCredentials::accepts_abbreviation(const CredentialSurface& surface, TokenRange at) const {
  if (inside_publisher(at)) return false;  // "CFA Institute"
  if (is_person(at) || is_people(surface, at)) return false;
  if (const OfCountry home = of_country(surface, at); home.credential != CredentialCandidate::kOpen)
    return home.credential == surface.credential && (home.safe || has_cue(surface, at));
  const auto spelled = known_.spelled_out.find(surface.surface);
  if (is_publisher(at) && surface.policy != Policy::exact_case)  // "BLS"
    return spelled != known_.spelled_out.end() && spelled->second == surface.credential &&
           context_.beside(block_, at);
  // An expansion in the document decides between credentials of one abbreviation.
  if (spelled != known_.spelled_out.end())
    return spelled->second == surface.credential && (surface.policy != Policy::never || !is_title(at));
  switch (surface.policy) {
    case Policy::anywhere:
    case Policy::exact_case:
      return true;
    case Policy::cue:
      return !context_.names_issuer(block_, at) && fits_issuers(surface, at) && has_cue(surface, at);
    case Policy::never:
      return is_shared(surface, at) && issuer_is_known(credential(surface)) && fits_issuers(surface, at) &&
             has_cue(surface, at);
  }
  return false;
}

bool ListedCredentials::has_cue(const CredentialSurface& surface, TokenRange at) const {
  if (context_.beside(block_, at)) return true;
  if (is_title(at) || context_.refused(block_, at)) return false;
  return known_.settled.contains(surface.credential) || context_.in_sentence(block_, at) ||
         context_.listed(block_, at.first) || heads_list_of_credentials(at) ||
         (surface.policy == Policy::cue && surface.surface != credential(surface).issuer &&
          issuer_is_known(credential(surface)));
}

// Of several credentials of one abbreviation the one whose issuer is of the country that is spoken of.
ListedCredentials::OfCountry ListedCredentials::of_country(const CredentialSurface& surface,
                                                           TokenRange at) const {
  OfCountry home;
  const std::string_view country =
      is_shared(surface, at) ? country_.at(block_, at.first) : std::string_view{};
  if (country.empty()) return home;
  const std::uint32_t first = scan_.hit_from(block_, at.first);
  for (std::uint32_t h = first; h < scan_.blocks[block_].last_hit && scan_.hits[h].first == at.first; ++h) {
    if (scan_.hits[h].list != ListKind::credential) continue;
    const CredentialSurface& other = rules_.credential_surfaces[scan_.hits[h].entry];
    if (!other.is_abbreviation || other.surface != surface.surface) continue;
    home.safe |= other.policy == Policy::exact_case;
    if (credential(other).issuer.find(country) != std::string_view::npos) home.credential = other.credential;
  }
  return home;
}

// Several credentials may share an abbreviation; that one is meant whose issuer the document speaks of.
bool ListedCredentials::is_shared(const CredentialSurface& surface, TokenRange at) const {
  const std::uint32_t first = scan_.hit_from(block_, at.first);
  for (std::uint32_t h = first; h < scan_.blocks[block_].last_hit && scan_.hits[h].first == at.first; ++h) {
    if (scan_.hits[h].list != ListKind::credential) continue;
    const CredentialSurface& other = rules_.credential_surfaces[scan_.hits[h].entry];
    if (other.is_abbreviation && other.surface == surface.surface && other.credential != surface.credential)
      return true;
  }
  return false;
}

bool ListedCredentials::fits_issuers(const CredentialSurface& surface, TokenRange at) const {
  if (issuer_is_known(credential(surface))) return true;
  const std::uint32_t first = scan_.hit_from(block_, at.first);
  for (std::uint32_t h = first; h < scan_.blocks[block_].last_hit && scan_.hits[h].first == at.first; ++h) {
    if (scan_.hits[h].list != ListKind::credential) continue;
    const CredentialSurface& other = rules_.credential_surfaces[scan_.hits[h].entry];
    if (other.is_abbreviation && other.surface == surface.surface && other.credential != surface.credential &&
        issuer_is_known(credential(other)))
      return false;
  }
  return true;
}

// Does the document speak of another credential of its issuer?
bool ListedCredentials::issuer_is_known(const Credential& asked) const {
  return !asked.issuer.empty() &&
         std::any_of(known_.settled.begin(), known_.settled.end(), [&](std::uint32_t c) {
           const Credential& other = rules_.credentials[c];
           return other.issuer == asked.issuer && other.abbreviation != asked.abbreviation;
         });
}

bool ListedCredentials::accepts_name(const CredentialSurface& surface, TokenRange at) const {
  if (inside_body(at)) return false;
  const bool proper = is_proper(at);
  switch (surface.policy) {
    case Policy::anywhere:
      if (is_people(surface, at) || is_person(at)) return false;
      return proper || is_common_noun(surface.surface) || (credential(surface).is_license && !is_title(at));
    case Policy::exact_case:
      return is_exact(surface, at);
    case Policy::cue:
      if (abbreviated_beside(at, surface.credential) || context_.beside(block_, at) || has_noun_behind(at))
        return true;
      if (!proper) return false;
      if (is_title(at)) return !is_people(surface, at) && context_.surely_listed(block_, at.first);
      return known_.settled.contains(surface.credential) || context_.listed(block_, at.first) ||
             context_.under_heading(block_) || context_.in_sentence(block_, at);
    case Policy::never:
      return false;
  }
  return false;
}

// "Project Management Professional (PMP)", "PMP: Project …"; not "Certified Nursing Assistant (CNA)", a role.
bool ListedCredentials::abbreviated_beside(TokenRange at, std::uint32_t credential) const {
  const std::uint32_t near =
      at.first >= range_.first + kLongestPhrase ? at.first - kLongestPhrase : range_.first;
  const std::uint32_t last_hit = scan_.blocks[block_].last_hit;
  for (std::uint32_t h = scan_.hit_from(block_, near); h < last_hit && scan_.hits[h].first <= at.last + 2;
       ++h) {
    const Hit& hit = scan_.hits[h];
    if (hit.list != ListKind::credential) continue;
    const CredentialSurface& surface = rules_.credential_surfaces[hit.entry];
    if (surface.credential != credential || !surface.is_abbreviation || surface.policy == Policy::never ||
        !is_exact(surface, {hit.first, hit.last}) || is_title({hit.first, hit.last}))
      continue;
    const bool after = hit.first > at.last && hit.first - at.last <= 2;
    if (after && (token(hit.first - 1).is('(') || is_dash(hit.first - 1))) return true;
    if (hit.last + 1 == at.first && (token(hit.last).is('(') || token(hit.last).is(':') || is_dash(hit.last)))
      return true;
  }
  return false;
}

bool ListedCredentials::inside_publisher(TokenRange at) const {
  const ScannedBlock& block = scan_.blocks[block_];
  const std::uint32_t near = at.first >= kLongestPhrase ? at.first - kLongestPhrase : 0;
  for (std::uint32_t h = scan_.hit_from(block_, near); h < block.last_hit && scan_.hits[h].first <= at.first;
       ++h)
    if (scan_.hits[h].list == ListKind::publisher && scan_.hits[h].last > at.last) return true;
  return false;
}

bool ListedCredentials::is_publisher(TokenRange at) const {
  const ScannedBlock& block = scan_.blocks[block_];
  for (std::uint32_t h = scan_.hit_from(block_, at.first);
       h < block.last_hit && scan_.hits[h].first == at.first; ++h)
    if (scan_.hits[h].list == ListKind::publisher && scan_.hits[h].last == at.last) return true;
  return false;
}

// "Royal Institution of Chartered Surveyors"
bool ListedCredentials::inside_body(TokenRange at) const {
  static const KeySet kJoins{"of", "for", "the"};
  std::uint32_t before = at.first;
  while (before > range_.first && kJoins.contains(token(before - 1))) --before;
  if (before == at.first || before == range_.first || !token(before - 1).upper_first) return false;
  for (const CueHit& cue : scan_.cues(Feature::title_cue, {before - 1, before}))
    if (static_cast<TitleCue>(cue.value) == TitleCue::name) return true;
  return false;
}

// Does the list of titles have exactly these words?
bool ListedCredentials::is_title(TokenRange at) const {
  const ScannedBlock& block = scan_.blocks[block_];
  for (std::uint32_t h = scan_.hit_from(block_, at.first);
       h < block.last_hit && scan_.hits[h].first == at.first; ++h)
    if (scan_.hits[h].list == ListKind::title && scan_.hits[h].last == at.last &&
        rules_.titles[scan_.hits[h].entry].policy != TitlePolicy::never)
      return true;
  return false;
}

// … and are they a job wherever they stand? "CSM" is in a row with PMP.
bool ListedCredentials::is_sure_title(TokenRange at) const {
  const ScannedBlock& block = scan_.blocks[block_];
  for (std::uint32_t h = scan_.hit_from(block_, at.first);
       h < block.last_hit && scan_.hits[h].first == at.first; ++h)
    if (scan_.hits[h].list == ListKind::title && scan_.hits[h].last == at.last &&
        rules_.titles[scan_.hits[h].entry].policy != TitlePolicy::never &&
        !rules_.titles[scan_.hits[h].entry].is_short)
      return true;
  return false;
}

// "Certified Public Accountants", "CPAs": the holders, where the list of titles has them too.
bool ListedCredentials::is_people(const CredentialSurface& surface, TokenRange at) const {
  const std::string text = to_lower(scan_.text(at));
  return text.ends_with('s') && !to_lower(surface.surface).ends_with('s') && is_title(at) &&
         !(exists(at.last) && context_.is_noun(at.last));
}

// "become a CPA", "a CPA earns": a holder, where the list of titles has the abbreviation too.
bool ListedCredentials::is_person(TokenRange at) const {
  if (!is_title(at) || (exists(at.last) && context_.is_noun(at.last))) return false;
  const std::uint32_t near = at.first >= range_.first + 4 ? at.first - 4 : range_.first;
  const CueHit* before = scan_.last_cue(Feature::title_cue, {near, at.first});
  const CueHit* after = scan_.first_cue(Feature::title_cue, {at.last, std::min(at.last + 2, range_.last)});
  return (before != nullptr && static_cast<TitleCue>(before->value) == TitleCue::yes &&
          before->place == Place::before && before->at.last == at.first) ||
         (after != nullptr && static_cast<TitleCue>(after->value) == TitleCue::yes &&
          after->place == Place::after && after->at.first == at.last);
}

// A name is written with capitals somewhere: "certified analytics professional" in running text is a phrase.
bool ListedCredentials::is_proper(TokenRange at) const {
  for (std::uint32_t i = at.first; i < at.last; ++i)
    if (token(i).upper_first) return true;
  return false;
}

// Other items of the same list begin with credentials.
bool ListedCredentials::heads_list_of_credentials(TokenRange at) const {
  return at.first == range_.first && known_.lists.contains(list_of_item(*scan_.document, block_));
}

// "CPA, CMA or CIA": what stands in one row with a credential.
void ListedCredentials::accept_neighbours(std::vector<CredentialCandidate>& found) {
  if (doubtful_.empty() || found.empty()) return;
  for (bool grown = true; grown;) {
    grown = false;
    for (auto doubtful = doubtful_.begin(); doubtful != doubtful_.end();) {
      const bool neighbour = std::any_of(found.begin(), found.end(), [&](const CredentialCandidate& c) {
        return in_one_row(c.at, doubtful->at) || in_one_row(doubtful->at, c.at);
      });
      if (neighbour) {
        found.push_back(*doubtful);
        doubtful = doubtful_.erase(doubtful);
        grown = true;
      } else {
        ++doubtful;
      }
    }
  }
}

// Only commas, slashes, "and", "or" stand between them, or how much they are wanted: "EPA 608 required, NATE
// optional".
bool ListedCredentials::in_one_row(TokenRange a, TokenRange b) const {
  static const KeySet kBetween{"and", "or", "required", "optional", "preferred", "recommended", "plus"};
  if (b.first <= a.last || b.first > a.last + 3) return false;
  for (std::uint32_t i = a.last; i < b.first; ++i)
    if (!token(i).is(',') && !token(i).is('/') && !kBetween.contains(token(i))) return false;
  return true;
}

}  // namespace careerfacts
