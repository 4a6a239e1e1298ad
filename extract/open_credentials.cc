#include "extract/open_credentials.h"

#include <algorithm>

#include "extract/key_set.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kLongestName = 10;  // words and signs

// "in", "of" …: small words inside a name.
bool joins(std::uint64_t key) {
  static const KeySet kJoins{"in", "of", "for", "and", "with", "on"};
  return kJoins.contains(key);
}

// "… - Associate": what may stand behind a dash and belong to the name.
bool is_level(std::uint64_t key) {
  static const KeySet kLevels{"associate",  "professional", "specialty",   "expert",
                              "specialist", "practitioner", "foundation",  "fundamentals",
                              "essentials", "advanced",     "foundational"};
  return kLevels.contains(key);
}

// Words of headings and sentences that begin no name.
bool is_lead_word(std::uint64_t key) {
  static const KeySet kWords{"the",    "a",     "an",    "your", "our",      "this",   "top", "best",
                             "become", "earn",  "get",   "why",  "how",      "what",   "is",  "are",
                             "each",   "every", "added", "take", "consider", "popular"};
  return kWords.contains(key);
}

}  // namespace

bool OpenCredentials::in_heading() const {
  const BlockKind kind = scan_.document->blocks[block_].kind;
  return kind == BlockKind::title || kind == BlockKind::heading;
}

// A word that a credential's name ends with: a person or a level.
bool OpenCredentials::is_head(std::uint32_t i) const {
  if (is_level(token(i).key)) return true;
  const ScannedBlock& block = scan_.blocks[block_];
  for (std::uint32_t h = scan_.hit_from(block_, i); h < block.last_hit && scan_.hits[h].first == i; ++h)
    if (scan_.hits[h].list == ListKind::title_head && scan_.hits[h].last == i + 1) return true;
  return false;
}

bool OpenCredentials::is_singular(std::uint32_t i) const {
  const std::string word = to_lower(scan_.word(i));
  return is_level(token(i).key)
             ? !word.ends_with("professionals") && !word.ends_with("ists") && !word.ends_with("experts") &&
                   !word.ends_with("associates") && !word.ends_with("practitioners")
             : singular(word) == word;
}

// Does the list of titles know a job that begins here?
bool OpenCredentials::titled_from(std::uint32_t i) const {
  const ScannedBlock& block = scan_.blocks[block_];
  for (std::uint32_t h = scan_.hit_from(block_, i); h < block.last_hit && scan_.hits[h].first == i; ++h) {
    const Hit& hit = scan_.hits[h];
    if (hit.list == ListKind::title && hit.last > i + 2 &&
        rules_.titles[hit.entry].policy != TitlePolicy::never)
      return true;
  }
  return false;
}

// Is it the name of a publisher, an issuer or a job, and so not a credential's?
bool OpenCredentials::is_name(TokenRange at) const {
  const ScannedBlock& block = scan_.blocks[block_];
  for (std::uint32_t h = scan_.hit_from(block_, at.first);
       h < block.last_hit && scan_.hits[h].first == at.first; ++h)
    if (scan_.hits[h].last >= at.last &&
        (scan_.hits[h].list == ListKind::publisher || scan_.hits[h].list == ListKind::title))
      return true;
  return !rules_.credential_names.issuer(scan_.text(at)).empty();
}

bool OpenCredentials::starts_item(std::uint32_t i) const {
  static const KeySet kBefore{"and", "or", "as", "like", "including"};
  return i == range_.first || token(i - 1).is(':') || token(i - 1).is(',') || token(i - 1).is('(') ||
         token(i - 1).is('/') || token(i - 1).is(';') || kBefore.contains(token(i - 1));
}

bool OpenCredentials::ends_item(std::uint32_t i) const {
  static const KeySet kAfter{"and", "or"};
  return i == range_.last || token(i).is(',') || token(i).is('.') || token(i).is('(') || token(i).is(')') ||
         token(i).is('/') || token(i).is(';') || token(i).is(':') ||
         (token(i).is('-') && token(i).space_before) || scan_.word(i) == "—" || kAfter.contains(token(i));
}

// The end of the capitalised words that begin at `i`: "Certified Widget Engineer - Associate".
std::uint32_t OpenCredentials::name_end(std::uint32_t i) const {
  std::uint32_t end = i;
  const std::uint32_t most = i + kLongestName;
  while (end < most && exists(end)) {
    const Token& next = token(end);
    const bool dash = (next.is('-') && next.space_before) || scan_.word(end) == "—";
    if (dash) {
      if (end == i || !exists(end + 1)) break;
      if (is_level(token(end + 1).key)) {
        end += 2;
        continue;
      }
      // "… - Virtualization (CCP-V)": the abbreviation is of the whole.
      std::uint32_t tail = end + 1;
      while (capital(tail) && tail < most) ++tail;
      if (tail == end + 1 || !exists(tail + 1) || !token(tail).is('(') || !token(tail + 1).all_upper) break;
      return tail;
    } else if ((next.is_word() && next.upper_first) || next.is_number()) {
      ++end;
    } else if (end > i && capital(end + 1) &&
               ((next.is_word() && joins(next.key)) || next.is('&') ||
                ((next.is('-') || next.is('/') || next.is('.')) && !token(end + 1).space_before))) {
      // "A and B" joins two names where a whole one stands before it.
      static const std::uint64_t kAnd = word_key("and");
      if (next.is_word() && is_head(end - 1) && next.key == kAnd) break;
      end += 2;
    } else {
      break;
    }
  }
  return std::min(end, range_.last);
}

// "NISM and IRDAI certification", "… Certificate and …": another name ends here.
bool OpenCredentials::ends_other_name(std::uint32_t i) const {
  static const std::uint64_t kAnd = word_key("and");
  return exists(i + 1) && token(i + 1).is_word() && token(i + 1).key == kAnd &&
         (context_.is_noun(i) || !rules_.credential_names.issuer(scan_.text({i, i + 1})).empty());
}

// The begin of the capitalised words that end before `i`.
std::uint32_t OpenCredentials::name_begin(std::uint32_t i) const {
  std::uint32_t begin = i;
  while (begin > range_.first && i - begin < kLongestName) {
    const Token& before = token(begin - 1);
    const bool word = (before.is_word() && before.upper_first) || (before.is_number() && begin < i);
    if (word)
      --begin;
    else if (begin < i && begin - 1 > range_.first && capital(begin - 2) && !ends_other_name(begin - 2) &&
             ((before.is_word() && joins(before.key)) || before.is('&') ||
              ((before.is('-') || before.is('.') || before.is('/')) && !token(begin).space_before)))
      begin -= 2;
    else
      break;
  }
  while (begin < i && (is_lead_word(token(begin).key) || token(begin).is_number())) ++begin;
  return begin;
}

// The issuer whose name or product stands first.
std::string_view OpenCredentials::issuer_of(TokenRange at) const {
  for (std::uint32_t last = std::min(at.last, at.first + 4); last > at.first; --last)
    if (const std::string_view issuer = rules_.credential_names.issuer(scan_.text({at.first, last}));
        !issuer.empty())
      return issuer;
  return capital(at.first) ? rules_.credential_names.vendor(token(at.first).key) : std::string_view{};
}

// "<Vendor> Certified <Name> - <Level>", "Certified <Name> (ABBR)", "Certified <Name> Professional"
void OpenCredentials::certified(std::uint32_t i) {
  if (titled_from(i)) return;  // "Certified Pharmacy Technician" is a job
  std::uint32_t from = i + 1;
  if (exists(from + 1) && token(from).is(':') && capital(from + 1)) ++from;  // "Microsoft Certified: Azure …"
  std::uint32_t end = capital(from) ? name_end(from) : i + 1;
  while (end > i + 1 && !token(end - 1).is_word() && !token(end - 1).is_number()) --end;
  std::uint32_t begin = i;
  std::string_view issuer;
  for (std::uint32_t vendor = i; capital(vendor - 1) && vendor > range_.first && i - vendor < 3;) {
    --vendor;
    if (const std::string_view named = issuer_of({vendor, i}); !named.empty()) {
      begin = vendor;
      issuer = named;
    }
  }
  if (from > i + 1 && begin == i) return;  // "Certified: …" is a label
  const bool item = starts_item(i) && context_.surely_listed(block_, i);
  const bool bracketed = exists(end + 1) && token(end).is('(') && token(end + 1).all_upper;
  const bool ends_well = is_head(end - 1) && is_singular(end - 1);
  const std::uint32_t words = end - i;
  if (begin < i || (words >= 3 && (bracketed || item)) || (words >= (in_heading() ? 4U : 3U) && ends_well))
    found_->push_back({{begin, end}, issuer, "certification.certified"});
}

// The end of "Certificate IV in Electrical - Instrumentation", or `i`.
std::uint32_t OpenCredentials::graded_end(std::uint32_t i) const {
  static const std::uint64_t kIn = word_key("in");
  if (!token(i).upper_first || !exists(i + 3) || token(i + 2).key != kIn || !capital(i + 3)) return i;
  const std::string_view grade = scan_.word(i + 1);
  if (grade != "I" && grade != "II" && grade != "III" && grade != "IV") return i;
  std::uint32_t end = name_end(i + 3);
  if (exists(end + 1) && token(end).is('-') && token(end).space_before && capital(end + 1))
    end = name_end(end + 1);
  return end;
}

// The end of "Certificate of Demonstrated Proficiency", or `i`: that of an attendance says nothing of a
// skill.
std::uint32_t OpenCredentials::certificate_of_end(std::uint32_t i) const {
  static const std::uint64_t kOf = word_key("of");
  static const KeySet kNoSkills{"completion",   "attendance", "participation", "achievement", "excellence",
                                "insurance",    "occupancy",  "incorporation", "origin",      "need",
                                "appreciation", "merit",      "recognition",   "deposit",     "birth"};
  if (!token(i).upper_first || !exists(i + 2) || token(i + 1).key != kOf || !capital(i + 2)) return i;
  const std::uint32_t end = name_end(i + 2);
  if (exists(end + 1) && token(end).is('(') && token(end + 1).all_upper) return end;
  return in_heading() || kNoSkills.contains(token(i + 2)) ? i : end;
}

// "PEBC Qualifying Examination": of a name of two words or more.
void OpenCredentials::examination(std::uint32_t i) {
  const std::uint32_t begin = name_begin(i);
  if (i < begin + 2 || in_heading() || context_.refused(block_, {begin, i + 1})) return;
  found_->push_back({{begin, i + 1}, issuer_of({begin, i}), "certification.examination"});
}

// "CIPD Diploma in People Management": of a body that gives it.
void OpenCredentials::diploma(std::uint32_t i) {
  static const std::uint64_t kIn = word_key("in");
  const std::uint32_t begin = name_begin(i);
  if (begin == i || !exists(i + 2) || token(i + 1).key != kIn || !capital(i + 2)) return;
  const std::string_view issuer = issuer_of({begin, i});
  if (issuer.empty() && !token(begin).all_upper) return;
  found_->push_back({{begin, name_end(i + 2)}, issuer, "certification.certificate"});
}

// "LSVT LOUD": two words or more, all in capitals, where others are not.
bool OpenCredentials::is_coined(TokenRange at) const {
  if (in_heading() || at.last < at.first + 2) return false;
  for (std::uint32_t i = at.first; i < at.last; ++i)
    if (!token(i).all_upper) return false;
  return !token(at.last).all_upper && (at.first == range_.first || !token(at.first - 1).all_upper);
}

// "<Name> Professional Certificate", "Professional Certificate in <Name>", "<Vendor> <Name> Certification"
void OpenCredentials::certificate(std::uint32_t i) {
  static const std::uint64_t kCertificate = word_key("certificate"), kProfessional = word_key("professional"),
                             kIn = word_key("in");
  if (!is_singular(i)) return;
  if (const std::uint32_t end = graded_end(i); end > i) {
    found_->push_back({{i, end}, {}, "certification.certificate"});
    return;
  }
  const std::uint32_t begin = name_begin(i);
  if (const std::uint32_t of = certificate_of_end(i); of > i && token(i).key == kCertificate) {
    found_->push_back({{begin, of}, issuer_of({begin, of}), "certification.certificate"});
    return;
  }
  std::uint32_t end = i + 1;
  if (token(i).upper_first && exists(end + 1) && token(end).key == kIn && capital(end + 1))
    end = name_end(end + 1);
  if (i - begin + end - i < 3 || begin == i) return;
  if (!rules_.credential_names.issuer(scan_.text({begin, i})).empty())
    return;  // "Scrum Alliance certification"
  const std::string_view issuer = issuer_of({begin, i});
  const bool is_certificate = token(i).key == kCertificate;
  const bool proper =
      token(i).upper_first && is_certificate && (!in_heading() || token(i - 1).key == kProfessional);
  const bool item = token(i).upper_first && begin == range_.first && context_.surely_listed(block_, begin);
  if (issuer.empty() ? !proper && !item && !is_coined({begin, i}) : i < begin + 2) return;
  found_->push_back({{begin, end}, issuer, "certification.certificate"});
}

// In a list of credentials: "Open Cabler Registration", "High Risk Work Licence".
bool OpenCredentials::named_permit(std::uint32_t i) {
  const std::uint32_t begin = name_begin(i);
  if (i < begin + 2 || in_heading() || !ends_item(i + 1) || !context_.surely_listed(block_, begin))
    return false;
  found_->push_back({{begin, i + 1}, issuer_of({begin, i}), "certification.license"});
  return true;
}

// "<job> license": a job of the list holds it.
void OpenCredentials::license(std::uint32_t i) {
  static const std::uint64_t kPossessive = [] {
    std::vector<Token> tokens;
    tokenize("x's", 0, 3, tokens);
    return tokens[1].key;
  }();
  if (token(i).upper_first && named_permit(i)) return;
  std::uint32_t last = i;
  if (last > range_.first && token(last - 1).key == kPossessive) {
    --last;
    if (last > range_.first && !token(last - 1).upper_first) return;  // "an electrician's licence" is no name
  }
  const std::uint32_t first = last >= range_.first + 6 ? last - 6 : range_.first;
  for (std::uint32_t h = scan_.hit_from(block_, first);
       h < scan_.blocks[block_].last_hit && scan_.hits[h].first < last; ++h) {
    const Hit& hit = scan_.hits[h];
    if (hit.list != ListKind::title || hit.last != last) continue;
    const TitlePolicy policy = rules_.titles[hit.entry].policy;
    if (policy != TitlePolicy::anywhere && policy != TitlePolicy::exact_case) continue;
    if (context_.refused(block_, {hit.first, i + 1})) return;
    found_->push_back({{hit.first, i + 1}, {}, "certification.license"});
    return;
  }
}

// In a list of credentials: "<Vendor> <Name> <Head>", "<Name> <Name> <Level>".
void OpenCredentials::listed_name(std::uint32_t i) {
  if (!starts_item(i)) return;
  const std::uint32_t end = name_end(i);
  if (end < i + 2 || !ends_item(end) || !is_head(end - 1) || !is_singular(end - 1)) return;
  const std::string_view issuer = issuer_of({i, i + 1});
  if (issuer.empty() && (end < i + 3 || !is_level(token(end - 1).key))) return;
  if (!context_.surely_listed(block_, i) || is_name({i, end})) return;
  found_->push_back({{i, end}, issuer, "certification.listed"});
}

// In a list of credentials: capitals that no list has.
void OpenCredentials::listed_abbreviation(std::uint32_t i) {
  if (token(i).end - token(i).begin < 3 || scan_.word(i).ends_with('s') || !starts_item(i) ||
      !ends_item(i + 1))
    return;
  if (!context_.surely_listed(block_, i) || context_.refused(block_, {i, i + 1}) || is_name({i, i + 1}))
    return;
  const bool colon = token(i).space_before && exists(i + 1) && token(i + 1).is(':');
  if (i == range_.first && !colon && i + 1 != range_.last && !token(i + 1).is('(') && !token(i + 1).is('-') &&
      !token(i + 1).is(',') && scan_.word(i + 1) != "—")
    return;
  found_->push_back({{i, i + 1}, issuer_of_list(scan_, context_, block_, i), "certification.list", true});
}

void OpenCredentials::find(std::uint32_t block, std::vector<OpenCredential>& found) {
  range_ = scan_.blocks[block].tokens;
  if (range_.empty()) return;
  if (context_.has_cue(block) || context_.surely_listed(block, range_.first)) find_in(block, found);
}

void OpenCredentials::find_in(std::uint32_t block, std::vector<OpenCredential>& found) {
  static const std::uint64_t kCertified = word_key("certified"), kCertificate = word_key("certificate"),
                             kCertification = word_key("certification"), kCredential = word_key("credential"),
                             kDesignation = word_key("designation"), kLicense = word_key("license"),
                             kLicence = word_key("licence"), kDiploma = word_key("diploma"),
                             kRegistration = word_key("registration"), kPermit = word_key("permit"),
                             kExamination = word_key("examination");
  found_ = &found;
  block_ = block;
  for (std::uint32_t i = range_.first; i < range_.last; ++i) {
    if (!token(i).is_word()) continue;
    const std::uint64_t key = token(i).key;
    if (key == kCertificate || key == kCertification || key == kCredential || key == kDesignation)
      certificate(i);
    else if (key == kLicense || key == kLicence)
      license(i);
    if (!token(i).upper_first) continue;
    if (key == kDiploma) diploma(i);
    if (key == kRegistration || key == kPermit) named_permit(i);
    if (key == kExamination) examination(i);
    if (key == kCertified)
      certified(i);
    else if (token(i).all_upper)
      listed_abbreviation(i);
    listed_name(i);
  }
}

std::string_view issuer_of_list(const Scan& scan, const CredentialContext& context, std::uint32_t block,
                                std::uint32_t token) {
  TokenRange name = context.name_of_list(block, token);
  if (name.empty()) return {};
  const CredentialNames& names = scan.rules->credential_names;
  if (const std::string_view known = names.issuer(scan.text(name)); !known.empty()) return known;
  if (const std::string_view known = names.vendor(scan.tokens[name.first].key);
      !known.empty() && name.last == name.first + 1)
    return known;
  // The first word of a sentence has its capital anyway: "Added Acme Certifications: …".
  if (name.first == scan.sentence_at(block, token).first && name.last > name.first + 1) ++name.first;
  if (is_lead_word(scan.tokens[name.first].key)) ++name.first;
  if (name.empty()) return {};
  const std::string_view known = names.issuer(scan.text(name));
  return known.empty() ? scan.text(name) : known;
}

}  // namespace careerfacts
