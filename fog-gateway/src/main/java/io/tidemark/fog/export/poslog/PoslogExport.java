package io.tidemark.fog.export.poslog;

import io.tidemark.fog.export.ClosedDay;
import io.tidemark.fog.export.DayEntry;
import io.tidemark.fog.export.DayVisitor;
import io.tidemark.fog.export.Register;
import io.tidemark.fog.export.Survey;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.masterdata.Business;
import io.tidemark.ledger.masterdata.PostalAddress;
import java.io.OutputStream;

/** Writes a day as a POSLog. */
public final class PoslogExport {
    private final Survey survey;
    private final ClosedDay day;
    private final Json json;
    private final TransactionBodies bodies;

    private PoslogExport(Survey survey, Json json) {
        this.survey = survey;
        this.day = survey.day();
        this.json = json;
        this.bodies = new TransactionBodies(survey, json);
    }

    /** Does not close the stream. */
    public static void write(Survey survey, OutputStream out) {
        Json json = new Json(out);
        new PoslogExport(survey, json).document();
        json.flush();
    }

    private void document() {
        json.object(() ->
                json.object(
                        "POSLog",
                        () -> {
                            json.number("MajorVersion", 6).number("MinorVersion", 0);
                            json.number("FixVersion", 0);
                            json.text("BusinessDayDate", day.day().toString());
                            json.text("Status", day.status());
                            json.list("Transaction", this::transactions);
                        }));
        json.line();
    }

    private void transactions() {
        for (Register register : day.registers()) register.show(of(register));
        for (StoreDayClosed closed : day.closed()) {
            json.line();
            json.object(() -> closed(closed));
        }
    }

    private DayVisitor of(Register register) {
        return entry -> {
            json.line();
            json.object(() -> {
                head(register, entry);
                bodies.of(entry);
            });
        };
    }

    private void head(Register register, DayEntry entry) {
        json.flag("TrainingModeFlag", entry.event() instanceof TrainingTransaction);
        unit();
        json.text("WorkstationID", register.workstation());
        json.text("TillID", entry.journal().node().device());
        json.number("SequenceNumber", entry.sequence());
        json.text("TransactionID", entry.place());
        json.text("BusinessDayDate", entry.header().businessDay().toString());
        json.text("EndDateTime", entry.header().at().toString());
        operator(entry.header().operator());
        json.text("CurrencyCode", day.currency().code());
        if (entry.header().receipt() > 0) json.number("ReceiptNumber", entry.header().receipt());
        if (entry.supplement() > 0) json.number("Supplement", entry.supplement());
        json.text("Hash", entry.hash().toString());
    }

    private void unit() {
        json.object(
                "BusinessUnit",
                () -> {
                    json.object(
                            "UnitID",
                            () ->
                                    json.text("Name", day.facts().name())
                                            .text("Value", day.facts().store()));
                    business();
                });
    }

    /** Nothing of what nobody said. */
    private void business() {
        Business business = day.writing().business();
        some("OrganizationName", business.company());
        some("TaxRegistrationNumber", business.vatId());
        some("TaxID", business.taxNumber());
        PostalAddress at = business.shop();
        if (at.isNone()) return;
        json.object(
                "Address",
                () -> {
                    some("AddressLine", at.street());
                    some("City", at.city());
                    some("PostalCode", at.postcode());
                    some("Country", at.country());
                });
    }

    private void some(String name, String text) {
        if (!text.isEmpty()) json.text(name, text);
    }

    private void operator(String operator) {
        if (operator.isEmpty()) return;
        Survey.Person person = survey.people().get(operator);
        json.object(
                "OperatorID",
                () ->
                        json.text("OperatorName", person == null ? "" : person.name())
                                .text("Value", operator));
    }

    /** What the store's close-down says: the end of its business day. */
    private void closed(StoreDayClosed closed) {
        unit();
        json.text("WorkstationID", day.gateway().device());
        json.text("BusinessDayDate", closed.day().toString());
        json.text("CurrencyCode", closed.currency().code());
        if (closed.supplement() > 0) json.number("Supplement", closed.supplement());
        json.object(
                "ControlTransaction",
                () ->
                        json.object(
                                "BusinessEOD",
                                () -> {
                                    json.number("ZNumber", closed.zNumber());
                                    json.text("Status", closed.status());
                                    bodies.totals(closed.totals());
                                }));
    }
}
