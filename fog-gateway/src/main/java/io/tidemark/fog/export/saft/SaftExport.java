package io.tidemark.fog.export.saft;

import io.tidemark.fog.export.Register;
import io.tidemark.fog.export.Survey;
import java.io.OutputStream;

/** Writes a day as SAF-T Cash Register data. */
public final class SaftExport {
    private static final String NAMESPACE = "urn:StandardAuditFile-Taxation-CashRegister:NO";

    private SaftExport() {}

    /** Does not close the stream. */
    public static void write(Survey survey, OutputStream out) {
        Xml xml = new Xml(out);
        BasicCodes codes = new BasicCodes(survey);
        SaftMasters masters = new SaftMasters(survey, codes, xml);
        xml.root(
                "auditfile",
                NAMESPACE,
                () -> {
                    masters.header();
                    xml.in(
                            "company",
                            () -> {
                                masters.company();
                                xml.in("location", () -> location(survey, masters, codes, xml));
                            });
                });
        xml.flush();
    }

    private static void location(Survey survey, SaftMasters masters, BasicCodes codes, Xml xml) {
        xml.text("name", survey.day().facts().name(), 100);
        masters.address(survey.day().writing().business().shop());
        for (Register register : survey.day().registers())
            xml.in(
                    "cashregister",
                    () -> {
                        xml.text("registerID", register.workstation(), 100);
                        xml.text("regDesc", description(register), 999);
                        new SaftEvents(survey, register, codes, xml).write();
                        new SaftTransactions(survey, register, codes, xml).write();
                    });
    }

    /** Which journals stand behind it, and where each ends: what the signatures lead to. */
    private static String description(Register register) {
        StringBuilder told = new StringBuilder(register.sells() ? "Till" : "Handheld");
        register.stretches().stream()
                .filter(stretch -> stretch.part().first() > 0)
                .forEach(stretch ->
                        told.append("; journal ")
                                .append(stretch.journal().label())
                                .append(" entries ")
                                .append(stretch.part().first())
                                .append('-')
                                .append(stretch.part().last())
                                .append(", head ")
                                .append(stretch.part().head())
                                .append(
                                        stretch.supplement() == 0
                                                ? ""
                                                : ", supplement " + stretch.supplement()));
        return told.toString();
    }
}
