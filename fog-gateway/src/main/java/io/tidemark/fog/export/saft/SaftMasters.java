package io.tidemark.fog.export.saft;

import io.tidemark.fog.export.ClosedDay;
import io.tidemark.fog.export.Fitting;
import io.tidemark.fog.export.Survey;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.masterdata.Business;
import io.tidemark.ledger.masterdata.PostalAddress;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** What stands before the first receipt: the file, the company, its codes, people and articles. */
final class SaftMasters {
    static final int NAME_MAX = 100;
    private static final int TEXT_MAX = 999;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String AUDIT_FILE_VERSION = "1.0";

    private final Survey survey;
    private final ClosedDay day;
    private final BasicCodes codes;
    private final Xml xml;

    SaftMasters(Survey survey, BasicCodes codes, Xml xml) {
        this.survey = survey;
        this.day = survey.day();
        this.codes = codes;
        this.xml = xml;
    }

    static String time(OffsetDateTime at) {
        return TIME.format(at);
    }

    static String employee(String operator) {
        return Fitting.name(operator, BasicCodes.ID_MAX);
    }

    static String article(String plu) {
        return Fitting.name(plu, BasicCodes.ID_MAX);
    }

    /** A key and the rate it had: a key whose rate changed within the day is two. */
    static String vatCode(TaxCategory category) {
        return Fitting.name(category.code() + "-" + category.rate().ppm(), 20);
    }

    void header() {
        xml.in(
                "header",
                () -> {
                    xml.plain("fiscalYear", day.day().getYear());
                    xml.plain("startDate", day.day()).plain("endDate", day.day());
                    xml.plain("curCode", Amounts.of(day.currency()));
                    xml.plain("dateCreated", day.writing().at().toLocalDate());
                    xml.plain("timeCreated", time(day.writing().at()));
                    xml.text("softwareDesc", "Tidemark fog-gateway", NAME_MAX);
                    xml.text("softwareVersion", day.writing().version(), 20);
                    xml.text("softwareCompanyName", "Tidemark", NAME_MAX);
                    xml.plain("auditfileVersion", AUDIT_FILE_VERSION);
                    xml.text("headerComment", comment(), TEXT_MAX);
                });
    }

    private String comment() {
        return "Business day "
                + day.day()
                + " of store "
                + day.facts().store()
                + " in "
                + day.currency()
                + ". "
                + day.status();
    }

    void company() {
        String organisation = day.gateway().organisation();
        Business business = day.writing().business();
        String ident = business.taxNumber().isEmpty() ? organisation : business.taxNumber();
        String name = business.company().isEmpty() ? organisation : business.company();
        xml.text("companyIdent", Fitting.name(ident, 35), 35);
        xml.text("companyName", name, NAME_MAX);
        PostalAddress at = business.companyAt();
        if (!business.vatId().isEmpty()) {
            if (!at.country().isEmpty()) xml.plain("taxRegistrationCountry", at.country());
            xml.text("taxRegIdent", business.vatId(), 50);
        }
        address(at);
        xml.in("vatCodeDetails", () -> survey.taxes().forEach(this::vat));
        xml.in("employees", () -> survey.people().forEach(this::person));
        xml.in("articles", () -> survey.articles().forEach(this::article));
        xml.in("basics", () -> codes.all().forEach(this::basic));
    }

    /** In the elements that the schema has for one; none where nothing is known. */
    void address(PostalAddress at) {
        if (at.isNone()) return;
        xml.in(
                "streetAddress",
                () -> {
                    if (!at.street().isEmpty()) xml.text("streetname", at.street(), NAME_MAX);
                    if (!at.city().isEmpty()) xml.text("city", at.city(), 50);
                    if (!at.postcode().isEmpty()) xml.text("postalCode", at.postcode(), 20);
                    if (!at.country().isEmpty()) xml.plain("country", at.country());
                });
    }

    private void vat(TaxCategory category) {
        xml.in(
                "vatCodeDetail",
                () ->
                        xml.text("vatCode", vatCode(category), 20)
                                .plain("dateOfEntry", day.day())
                                .text(
                                        "vatDesc",
                                        "VAT " + category.code() + " " + category.rate(),
                                        NAME_MAX)
                                .plain("standardVatCode", standard(category)));
    }

    /**
     * SAF-T's standard VAT codes for what is sold: 3 regular, 31 reduced (food), 33 low, 0 none.
     * Rates that Norway does not have get none of them.
     */
    private static String standard(TaxCategory category) {
        return switch (category.rate().ppm()) {
            case 0 -> "0";
            case 250_000 -> "3";
            case 150_000 -> "31";
            case 120_000 -> "33";
            default -> "NA";
        };
    }

    private void person(String operator, Survey.Person person) {
        xml.in(
                "employee",
                () -> {
                    xml.text("empID", employee(operator), BasicCodes.ID_MAX);
                    xml.plain("dateOfEntry", day.day()).plain("timeOfEntry", "00:00:00");
                    xml.text("surName", person.name(), NAME_MAX);
                    if (!person.role().isEmpty())
                        xml.in("employeeRole", () -> xml.text("roleType", person.role(), 50));
                });
    }

    private void article(String plu, Survey.Article article) {
        xml.in(
                "article",
                () ->
                        xml.text("artID", article(plu), BasicCodes.ID_MAX)
                                .plain("dateOfEntry", day.day())
                                .text(
                                        "artGroupID",
                                        codes.department(article.department()),
                                        BasicCodes.ID_MAX)
                                .text("artDesc", article.description(), TEXT_MAX));
    }

    private void basic(BasicCodes.Basic basic) {
        xml.in(
                "basic",
                () -> {
                    xml.plain("basicType", basic.type());
                    xml.text("basicID", basic.id(), BasicCodes.ID_MAX);
                    if (!basic.predefined().isEmpty())
                        xml.plain("predefinedBasicID", basic.predefined());
                    xml.text("basicDesc", basic.description(), TEXT_MAX);
                });
    }
}
