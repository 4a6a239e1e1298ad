// What must hold between the fields of a record before it may be stored.
#include <algorithm>

#include "publish/record_reader.h"

namespace careerfacts {
namespace {

bool is_sha256(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return ('0' <= c && c <= '9') || ('a' <= c && c <= 'f');
         });
}

bool has_form(std::string_view text, std::string_view form) {  // 9 a digit, A a capital
  return text.size() == form.size() && std::equal(text.begin(), text.end(), form.begin(), [](char c, char f) {
           return f == '9' ? '0' <= c && c <= '9' : f == 'A' ? 'A' <= c && c <= 'Z' : c == f;
         });
}

std::string path_fault(std::string_view path) {
  if (path.empty()) return "'document' is empty";
  return path.find('\0') == std::string_view::npos ? "" : "'document' holds a NUL character, as no path can";
}

std::string fault_of(const RoleReference& role) {
  if (!role.soc_code.empty() && !has_form(role.soc_code, "99-9999"))
    return "'soc_code' is '" + role.soc_code + "', not of the form 15-1252";
  return "";
}

std::string fault_of(const SalaryFields& salary) {
  if (!salary.currency.empty() && !has_form(salary.currency, "AAA"))
    return "'currency' is '" + salary.currency + "', not three capital letters";
  return fault_of(salary.role);
}

std::string fault_of(const PercentageFields& percentage) { return fault_of(percentage.role); }

std::string fault_of(const RoleFields& role) {
  return role.name.empty() ? "'name' is empty" : fault_of(RoleReference{role.name, role.soc_code, {}});
}

std::string fault_of(const CertificationFields& certification) {
  return certification.name.empty() ? "'name' is empty" : "";
}

}  // namespace

std::string fault_of(const MentionRecord& record) {
  if (std::string fault = path_fault(record.document); !fault.empty()) return fault;
  if (!is_sha256(record.document_sha256)) return "'document_sha256' is not 64 digits 0-9, a-f";
  const Mention& mention = record.mention;
  if (mention.span.empty()) return "'start' and 'end' are the same: there is nothing between them";
  const std::size_t quoted = mention.quote_bytes ? mention.quote_bytes->size() : mention.quote.size();
  if (quoted != mention.span.size())
    return "the quote has " + std::to_string(quoted) + " bytes, and from 'start' to 'end' are " +
           std::to_string(mention.span.size());
  if (mention.line == 0 || mention.column == 0) return "'line' and 'column' count from 1";
  if (mention.rule.empty()) return "'rule' is empty";
  return std::visit([](const auto& fields) { return fault_of(fields); }, mention.fields);
}

std::string fault_of(const DocumentRecord& record) {
  const ExtractedDocument& document = record.document;
  if (std::string fault = path_fault(document.path); !fault.empty()) return fault;
  if (!document.sha256.empty() && !is_sha256(document.sha256))
    return "'document_sha256' is not 64 digits 0-9, a-f";
  if (document.sha256.empty() && record.mentions > 0)
    return "a document without 'document_sha256' was not read and can have no mentions";
  return "";
}

}  // namespace careerfacts
