package io.tidemark.fog.export.hledger;

import io.tidemark.fog.export.ClosedDay;
import io.tidemark.fog.export.Register;
import io.tidemark.fog.export.Stretch;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.money.Money;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The balances by the signed close-downs' own figures, not by the entries above them: what each
 * drawer holds (as counted, where it was), and what was sold at which VAT.
 */
record ClosingBalances(Map<Postings.Key, Money> held, Map<Postings.Key, Money> sold) {
    private static final Comparator<Postings.Key> ORDER =
            Comparator.comparing(Postings.Key::account).thenComparing(key -> key.currency().code());

    static ClosingBalances of(ClosedDay day) {
        ClosingBalances balances = new ClosingBalances(new TreeMap<>(ORDER), new TreeMap<>(ORDER));
        for (Register register : day.registers()) balances.hold(register);
        for (StoreDayClosed closed : day.closed())
            for (SalesTotal total : closed.totals().sales()) balances.sell(total);
        return balances;
    }

    private void hold(Register register) {
        for (Stretch stretch : register.stretches())
            for (TenderAccount account : stretch.part().totals().tenders())
                held.merge(key(register, account), account.expected(), Money::plus);
        for (Register.Found found : register.found())
            held.merge(
                    new Postings.Key(
                            Accounts.tender(register, found.tender()), found.amount().currency()),
                    found.amount(),
                    Money::plus);
    }

    private void sell(SalesTotal total) {
        String account = Accounts.of(total.kind(), total.department());
        sold.merge(
                new Postings.Key(account, total.net().currency()),
                total.net().negated(),
                Money::plus);
        if (!total.tax().isZero())
            sold.merge(
                    new Postings.Key(Accounts.tax(total.category()), total.tax().currency()),
                    total.tax().negated(),
                    Money::plus);
    }

    private static Postings.Key key(Register register, TenderAccount account) {
        return new Postings.Key(Accounts.tender(register, account.type()), account.currency());
    }
}
