#include "extract/extract.h"
#include "ingest/ingest.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

// "quote = name (ABBR) by issuer" of every certification.
std::string certifications(const std::string& text) {
  static const Rulebook rulebook = Rulebook::builtin();
  std::string result;
  for (const Mention& mention : extract(ingest("x", text), rulebook).mentions)
    if (const auto* c = std::get_if<CertificationFields>(&mention.fields))
      result += (result.empty() ? "" : "; ") + mention.quote + " = " + c->name +
                (c->abbreviation.empty() ? "" : " (" + c->abbreviation + ")") +
                (c->issuer.empty() ? "" : " by " + c->issuer);
  return result;
}

TEST_CASE("an abbreviation has its full name and issuer") {
  CHECK(certifications("Earn the PMP certification.") ==
        "PMP = project management professional (PMP) by Project Management Institute");
  CHECK(certifications("The pmp of the pump is broken.").empty());
}

TEST_CASE("a name and its abbreviation in brackets are one mention") {
  CHECK(certifications("The Certified Ethical Hacker (CEH) is known.") ==
        "Certified Ethical Hacker (CEH) = certified ethical hacker (CEH) by EC-Council");
}

TEST_CASE("a list of credentials gives each of them") {
  const std::string found = certifications("Certifications: CISSP, CISM and CRISC.");
  for (const char* quote : {"CISSP = ", "CISM = ", "CRISC = "}) CHECK(found.find(quote) != std::string::npos);
}

TEST_CASE("a proper name that no list knows") {
  CHECK(
      certifications("Take the Acme Data Plumbing Professional Certificate now.")
          .find(
              "Acme Data Plumbing Professional Certificate = acme data plumbing professional certificate") ==
      0);
  CHECK(certifications("You need a certificate and a certified copy.").empty());
}

TEST_CASE("the institute that gives a credential is none") {
  CHECK(certifications("The CFA Institute moved.").empty());
}

TEST_CASE("an abbreviation beside its name makes it a credential, though the name could be a job") {
  const char* kPmp = "= project management professional (PMP) by Project Management Institute";
  CHECK(certifications("Holders of the Project Management Professional (PMP) earn more.") ==
        std::string("Project Management Professional (PMP) ") + kPmp);
  CHECK(certifications("PMP (Project Management Professional)") ==
        std::string("PMP (Project Management Professional) ") + kPmp);
  CHECK(certifications("- PMP: Project Management Professional") ==
        std::string("PMP: Project Management Professional ") + kPmp);
  CHECK(certifications("- Project Management Professional – PMP") ==
        std::string("Project Management Professional – PMP ") + kPmp);
  CHECK(certifications("A Certified Nursing Assistant (CNA) helps nurses.").empty());
  CHECK(certifications("Offices like the Certified Paralegal (CP) credential from NALA.") ==
        "Certified Paralegal (CP) = certified paralegal (CP) by NALA");
}

TEST_CASE("who grants a credential is told behind its name, where the list does not know it") {
  CHECK(certifications("A Six Sigma Green Belt from ASQ opens doors.") ==
        "Six Sigma Green Belt = six sigma green belt by ASQ");
  CHECK(certifications(
            "The Acme Tiling Professional Certificate, offered by the Harbour Board of Tilers, is dear.")
            .find("by Harbour Board of Tilers") != std::string::npos);
  CHECK(certifications("A Six Sigma Green Belt from Ohio opens doors.") ==
        "Six Sigma Green Belt = six sigma green belt");
}

TEST_CASE("a short name is that of the longer one that the document has") {
  CHECK(certifications("Take the Praxis Examination in Speech-Language Pathology. The Praxis is hard.")
            .find("; Praxis = praxis examination in speech-language pathology") != std::string::npos);
  CHECK(certifications("The Praxis is hard.").find("Praxis = praxis exam (Praxis) by ETS") == 0);
}

TEST_CASE("what follows the colon is no part of a name that has its abbreviation already") {
  const std::string found = certifications("- Certified Analytics Professional (CAP): CAP proves knowledge.");
  CHECK(found.find("Certified Analytics Professional (CAP) = ") == 0);
  CHECK(found.find("; CAP = certified analytics professional (CAP) by INFORMS") != std::string::npos);
}

TEST_CASE("a noun belongs to a name that ends with it, not to one that its abbreviation spells") {
  CHECK(certifications("Get the ASE certification.").find("ASE certification = ase certification (ASE)") ==
        0);
  CHECK(certifications("Truckers need a CDL license.").find("CDL = commercial driver's license (CDL)") == 0);
  CHECK(certifications("He has the CFA charter.").find("CFA = chartered financial analyst (CFA)") == 0);
}

TEST_CASE("hyphen variants of a name are one name") {
  for (const char* text : {"AWS Certified Security - Specialty", "AWS Certified Security – Specialty",
                           "AWS Certified Security — Specialty"})
    CHECK(certifications(text) ==
          std::string(text) + " = aws certified security - specialty (SCS-C02) by Amazon Web Services");
}

TEST_CASE("a tail behind a dash belongs to a name where it is a level or the abbreviation covers it") {
  CHECK(certifications("Citrix Certified Professional - Virtualization (CCP-V) pays.")
            .find("Citrix Certified Professional - Virtualization (CCP-V) = ") == 0);
  CHECK(certifications("- Databricks Certified Widget Engineer - Associate")
            .find("Databricks Certified Widget Engineer - Associate = ") == 0);
  CHECK(certifications("- Databricks Certified Widget Engineer - Costs $200")
            .find("Databricks Certified Widget Engineer = ") == 0);
}

TEST_CASE("the issuer before a bare abbreviation is no part of it") {
  CHECK(certifications("Cisco CCNA is the start.") ==
        "CCNA = cisco certified network associate (CCNA) by Cisco");
}

TEST_CASE("the document explains its own abbreviations") {
  const std::string found =
      certifications("The Certified Widget Quality Builder (CWQB) is new.\n\nThe CWQB costs money.");
  CHECK(found.find("Certified Widget Quality Builder (CWQB) = certified widget quality builder") == 0);
  CHECK(found.find("; CWQB = certified widget quality builder (CWQB)") != std::string::npos);
}

TEST_CASE("an expansion decides between credentials of one abbreviation") {
  const std::string found = certifications(
      "A Certified Administrative Professional (CAP) plans.\n\nThe CAP is kept for five years.");
  CHECK(found.find("; CAP = certified administrative professional (CAP) by International") !=
        std::string::npos);
}

TEST_CASE("an ambiguous abbreviation needs a cue, a list or company") {
  CHECK(certifications("The CIA hires many people.").empty());
  CHECK(certifications("The CIA exam has three parts.").find("CIA = certified internal auditor") == 0);
  CHECK(certifications("Accountants add CISA, CIA or CMA to their names.").find("; CIA = ") !=
        std::string::npos);
  CHECK(certifications("| Job | Certification |\n|---|---|\n| Auditor | CIA |\n").find("CIA = ") == 0);
  CHECK(certifications("## Certifications\n\n- CISA: for audits\n- CIA: for auditors\n").find("; CIA = ") !=
        std::string::npos);
}

TEST_CASE("who grants a credential is none") {
  CHECK(certifications("The FMVA certification from CFI is popular.").find("CFI") == std::string::npos);
  CHECK(certifications("Phlebotomists hold the CPhT (NHA).").find("= nursing home") == std::string::npos);
}

TEST_CASE("trademark signs are passed over") {
  CHECK(certifications("Take PRINCE2® Practitioner.").find("= prince2 practitioner") != std::string::npos);
  CHECK(certifications("The Project Management Professional (PMP®) is known.").find("(PMP®) = project") !=
        std::string::npos);
}

TEST_CASE("a survey with the letters of a credential is none") {
  const std::string found =
      certifications("Nurses keep Basic Life Support (BLS).\n\nPay rose, the BLS says, to $90,000 a year.");
  CHECK(found.find("Basic Life Support (BLS) = ") == 0);
  CHECK(found.find("; ") == std::string::npos);
}

TEST_CASE("a holder is no credential") {
  CHECK(certifications("# Licenses and certifications\n\nCertified personal trainers earn little.").empty());
  CHECK(certifications("# How Certified Professionals Earn More").empty());
  CHECK(certifications("He is a certified public accountant.").empty());
  CHECK(certifications("Many Certified Medical Assistants (CMA) like their exam.").empty());
  CHECK(certifications("She wants to become a CPA.").empty());
  CHECK(certifications("Many CPAs work in tax.").empty());
  CHECK(certifications("She has to pass the CPA.").find("CPA = certified public accountant (CPA)") == 0);
}

TEST_CASE("open names: certified, certificate, certification, licence") {
  CHECK(certifications("She is an Acme Certified Widget Engineer.").empty() == false);
  CHECK(certifications("He took the Certified Widget Manager exam.").find("Certified Widget Manager = ") ==
        0);
  CHECK(certifications("Take the HubSpot Lead Nurturing Certification.")
            .find("HubSpot Lead Nurturing Certification = hubspot lead nurturing certification by HubSpot") ==
        0);
  CHECK(certifications("She earned a Professional Certificate in Widget Design.")
            .find("Professional Certificate in Widget Design = ") == 0);
  CHECK(certifications("You need a crane operator license.").find("crane operator license = ") == 0);
  CHECK(certifications("You need a valid driver's license and a business license.").empty());
}

TEST_CASE("words in capitals before the noun are a name") {
  CHECK(certifications("Add the ZQX BRISK certification for work with horses.") ==
        "ZQX BRISK certification = zqx brisk certification");
  CHECK(certifications("Add the Brisk ZQX certification for work with horses.").empty());
  CHECK(certifications("GET THE ZQX BRISK CERTIFICATION TODAY").empty());
}

TEST_CASE("a list of credentials may hold names that no list has") {
  CHECK(certifications(
            "Certifications such as Azure Widget Engineer Associate or Acme Cloud Security Associate.") ==
        "Azure Widget Engineer Associate = azure widget engineer associate by Microsoft; "
        "Acme Cloud Security Associate = acme cloud security associate");
  CHECK(certifications("Acme Institute Certifications: QXZT and QXZR.").find("QXZT = qxzt") == 0);
  CHECK(certifications("Skills such as SQL, HTML and CSS.").empty());
}

TEST_CASE("initials in a list of an issuer's credentials are that of its names which has them") {
  CHECK(certifications("- Added Microsoft Certifications: MIAAA")
            .find("MIAAA = microsoft certified: identity and access administrator associate") == 0);
}

TEST_CASE("what many credentials of a vendor are called is none of them") {
  CHECK(certifications("Azure certifications and Google Cloud certifications raise pay.").empty());
  CHECK(certifications("Industry certifications, a BSN and an MBA help.").empty());
}

TEST_CASE("the country tells whose credential an abbreviation is") {
  CHECK(certifications("In Canada the CPA takes four years.")
            .find("CPA = chartered professional accountant (CPA) by CPA Canada") == 0);
  CHECK(certifications("In Texas the CPA takes four years.").find("CPA = certified public accountant") == 0);
}

TEST_CASE("the name of a body holds no credential") {
  CHECK(certifications("She wrote to the Royal Institution of Chartered Surveyors.").empty());
}

TEST_CASE("another credential of its issuer speaks for an abbreviation") {
  CHECK(certifications("Take Security+ first and keep A+ in mind.").find("A+ = comptia a+") !=
        std::string::npos);
  CHECK(certifications("She had an A+ in mathematics.").empty());
}

TEST_CASE("two credentials joined by and are two") {
  CHECK(certifications("Try the Google Widget Certificate and IBM Gadget Professional Certificate.")
            .find("IBM Gadget Professional Certificate = ibm gadget") != std::string::npos);
}

TEST_CASE("an issuer of several names has the one that the text writes") {
  CHECK(certifications("Take the CCSP exam.").find(" by ISC2") != std::string::npos);
  CHECK(certifications("(ISC)² has an exam, the CCSP.").find(" by (ISC)²") != std::string::npos);
  CHECK(certifications("ISC2, once (ISC)², has an exam, the CCSP.").find(" by ISC2") != std::string::npos);
  CHECK(certifications("Take the OSWE exam of Offensive Security.").find(" by Offensive Security") !=
        std::string::npos);
  CHECK(certifications("Take the OSWE exam.").find(" by OffSec") != std::string::npos);
}

TEST_CASE("a licence of a class is written out") {
  CHECK(certifications("You need a Class B CDL for a bus.") ==
        "Class B CDL = class b commercial driver's license");
}

TEST_CASE("graded certificates, diplomas of a body, and licences without a name") {
  CHECK(certifications("Get a Certificate IV in Electrical - Instrumentation first.") ==
        "Certificate IV in Electrical - Instrumentation = certificate iv in electrical - instrumentation");
  CHECK(
      certifications("The CIM Diploma in Professional Marketing helps.") ==
      "CIM Diploma in Professional Marketing = cim diploma in professional marketing by Chartered Institute "
      "of Marketing");
  CHECK(certifications("Then you need an unrestricted electrician's licence.").empty());
  CHECK(certifications("She added a Certificate of Extra Qualities (CEQ) last year.") ==
        "Certificate of Extra Qualities (CEQ) = certificate of extra qualities (CEQ)");
  CHECK(certifications("They asked the Harbour Commission on Certification of Divers (HCCD).").empty());
  CHECK(certifications("You are issued a Certificate of Tidal Competence by the harbour.") ==
        "Certificate of Tidal Competence = certificate of tidal competence");
  CHECK(certifications("You are issued a Certificate of Completion by the harbour.").empty());
  CHECK(certifications("To be certified, pass the QZX Tidal Examination first.") ==
        "QZX Tidal Examination = qzx tidal examination");
  CHECK(certifications("To be certified, pass the Examination first.").empty());
  CHECK(certifications("According to CPA Ontario, 20% of candidates fail.").empty());
}

}  // namespace
}  // namespace careerfacts
