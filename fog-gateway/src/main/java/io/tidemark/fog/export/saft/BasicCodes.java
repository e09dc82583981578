package io.tidemark.fog.export.saft;

import io.tidemark.fog.export.Fitting;
import io.tidemark.fog.export.Survey;
import io.tidemark.ledger.event.TenderType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The file's own codes and what they are in the administration's code lists. A code is unique over
 * all lists, since the schema has one key for them.
 */
final class BasicCodes {
    static final int ID_MAX = 35;

    static final String SALE_LINE = "SAL";
    static final String RETURN_LINE = "RET";
    static final String NONE = "None";

    private static final String DEPARTMENTS = "04";
    private static final String LINES = "05";
    private static final String PAYMENTS = "12";

    private final List<Basic> basics = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> departments = new HashMap<>();
    private final Map<TenderType, String> payments = new HashMap<>();

    /**
     * @param type which code list
     * @param predefined the code there; empty where the list has none
     */
    record Basic(String type, String id, String predefined, String description) {}

    BasicCodes(Survey survey) {
        add(new Basic(LINES, SALE_LINE, "", "Sale line"));
        add(new Basic(LINES, RETURN_LINE, "", "Return line"));
        for (SaftCode code : SaftCode.values())
            add(new Basic(code.list(), code.code(), code.predefined(), code.title()));
        survey.tenders().forEach(this::payment);
        survey.departments().forEach(this::department);
    }

    List<Basic> all() {
        return List.copyOf(basics);
    }

    String department(String name) {
        return departments.computeIfAbsent(
                name,
                _ ->
                        added(
                                DEPARTMENTS,
                                name.isBlank() ? "none" : name,
                                "04003",
                                name.isBlank() ? "No department" : name));
    }

    String payment(TenderType tender) {
        return payments.computeIfAbsent(
                tender, _ -> added(PAYMENTS, tender.code(), predefined(tender), tender.code()));
    }

    /** PredefinedBasicID-12. A card of unknown kind is taken for a debit card. */
    private static String predefined(TenderType tender) {
        return switch (tender.code()) {
            case "CASH" -> "12001";
            case "CARD", "DEBIT_CARD" -> "12002";
            case "CREDIT_CARD" -> "12003";
            case "BANK" -> "12004";
            case "GIFT_CARD", "VOUCHER" -> "12005";
            case "ACCOUNT" -> "12006";
            case "POINTS" -> "12007";
            case "DEPOSIT" -> "12008";
            case "CHEQUE" -> "12009";
            case "CREDIT_NOTE" -> "12010";
            case "MOBILE" -> "12011";
            default -> "12999";
        };
    }

    private String added(String type, String name, String predefined, String description) {
        String id = Fitting.name(name, ID_MAX);
        for (int again = 2; taken.contains(id); again++)
            id = Fitting.name(type + "-" + name + (again == 2 ? "" : "-" + again), ID_MAX);
        add(new Basic(type, id, predefined, description));
        return id;
    }

    private void add(Basic basic) {
        taken.add(basic.id());
        basics.add(basic);
    }
}
