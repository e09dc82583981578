package io.tidemark.edge.record;

import io.tidemark.ledger.event.OperatorSession.Kind;
import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.ledger.masterdata.OperatorRole;
import io.tidemark.ledger.masterdata.PinVerifier;
import io.tidemark.ledger.masterdata.Rules;
import java.util.List;

/** Two cashiers and a supervisor, and how they come to a till. */
final class People {
    static final String MARY = "11";
    static final String TOM = "12";
    static final String SUE = "21";

    private static final PinVerifier PIN =
            PinVerifier.of("1234".toCharArray(), new byte[PinVerifier.SALT_BYTES], 1);

    private People() {}

    static Staff staff(Rules rules) {
        return new Staff(
                List.of(
                        new Operator(MARY, "Mary", OperatorRole.CASHIER, PIN),
                        new Operator(TOM, "Tom", OperatorRole.CASHIER, PIN),
                        new Operator(SUE, "Sue", OperatorRole.SUPERVISOR, PIN)),
                rules);
    }

    static TillAtWork till(Rules rules) {
        TillAtWork till = new TillAtWork();
        till.staff = staff(rules);
        return till;
    }

    /** With its day open, by Mary. */
    static TillAtWork open(Rules rules) {
        TillAtWork till = till(rules);
        signOn(till, MARY);
        till.recorded(new Ask.OpenDay(TillAtWork.newId(), "", List.of(till.money(10_000))));
        return till;
    }

    static void signOn(TillAtWork till, String who) {
        till.recorded(attend(who, Kind.SIGN_ON), who);
    }

    static Ask.Attend attend(String who, Kind kind) {
        return new Ask.Attend(TillAtWork.newId(), who, kind);
    }
}
