package io.tidemark.fog.export.hledger;

import io.tidemark.fog.export.ClosedDay;
import io.tidemark.fog.export.DayEntry;
import io.tidemark.fog.export.DayVisitor;
import io.tidemark.fog.export.Register;
import io.tidemark.fog.export.Survey;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.io.OutputStream;
import java.util.Locale;
import java.util.TreeSet;

/** Writes a day as a journal for hledger. */
public final class HledgerExport {
    private final Survey survey;
    private final ClosedDay day;
    private final JournalText text;

    private HledgerExport(Survey survey, JournalText text) {
        this.survey = survey;
        this.day = survey.day();
        this.text = text;
    }

    /** Does not close the stream. */
    public static void write(Survey survey, OutputStream out) {
        JournalText text = new JournalText(out, survey.day().day());
        HledgerExport export = new HledgerExport(survey, text);
        export.head();
        for (Register register : survey.day().registers()) register.show(export.of(register));
        ClosingBalances balances = ClosingBalances.of(survey.day());
        text.asserted("what the drawers and tenders hold", balances.held());
        text.asserted("what the close-downs say was sold", balances.sold());
        text.flush();
    }

    private void head() {
        text.comment(
                "Business day "
                        + day.day()
                        + " of "
                        + day.facts().name()
                        + " ("
                        + day.facts().store()
                        + "), "
                        + day.gateway().organisation());
        text.comment("Status: " + day.status());
        text.directive("decimal-mark .");
        for (CurrencyCode currency : survey.currencies()) text.currency(currency);
        TreeSet<String> accounts = new TreeSet<>();
        for (Register register : day.registers())
            register.show(
                    new DayVisitor() {
                        @Override
                        public void entry(DayEntry entry) {
                            told(register, entry)
                                    .amounts()
                                    .keySet()
                                    .forEach(key -> accounts.add(key.account()));
                        }

                        @Override
                        public void overShort(DayEntry count, TenderType tender, Money amount) {
                            accounts.add(Accounts.tender(register, tender));
                            accounts.add(Accounts.OVER_SHORT);
                        }
                    });
        ClosingBalances balances = ClosingBalances.of(day);
        balances.held().keySet().forEach(key -> accounts.add(key.account()));
        balances.sold().keySet().forEach(key -> accounts.add(key.account()));
        accounts.forEach(account -> text.directive("account " + account));
    }

    private DayVisitor of(Register register) {
        return new DayVisitor() {
            @Override
            public void entry(DayEntry entry) {
                Postings postings = told(register, entry);
                if (!postings.amounts().isEmpty())
                    text.transaction(
                            description(entry), comment(register, entry), postings.amounts());
            }

            @Override
            public void overShort(DayEntry count, TenderType tender, Money amount) {
                text.transaction(
                        amount.isNegative() ? "short" : "over",
                        comment(register, count),
                        Postings.between(
                                        Accounts.tender(register, tender),
                                        Accounts.OVER_SHORT,
                                        amount)
                                .amounts());
            }
        };
    }

    private static Postings told(Register register, DayEntry entry) {
        if (entry.event() instanceof RetailTransaction sold) return Postings.of(register, sold);
        if (entry.event() instanceof CashMovement movement) return Postings.of(register, movement);
        if (entry.event() instanceof CurrencyExchanged exchanged)
            return Postings.of(register, exchanged);
        Postings postings = new Postings();
        if (entry.event() instanceof TillOpened opened)
            for (Money amount : opened.cashFloat())
                postings.post(Accounts.tender(register, TenderType.CASH), amount)
                        .post(Accounts.SAFE, amount.negated());
        return postings;
    }

    private static String description(DayEntry entry) {
        if (entry.event() instanceof RetailTransaction sold)
            return (switch (sold) {
                        case SaleCompleted _ -> "sale ";
                        case GoodsReturned _ -> "return ";
                        case PostVoided _ -> "post-void ";
                    })
                    + entry.header().receipt();
        if (entry.event() instanceof CashMovement movement)
            return movement.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (entry.event() instanceof CurrencyExchanged exchanged)
            return exchanged.isBuying() ? "currency bought" : "currency sold";
        return "float";
    }

    /** Without colons, which would make tags of what people wrote. */
    private static String comment(Register register, DayEntry entry) {
        String supplement = entry.supplement() == 0 ? "" : ", supplement " + entry.supplement();
        return ("workstation " + register.workstation() + ", entry " + entry.place() + supplement)
                .replace(':', ' ');
    }
}
