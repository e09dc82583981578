package io.tidemark.fog.export.dsfinvk;

import io.tidemark.fog.export.Period;
import io.tidemark.fog.export.Register;
import io.tidemark.fog.export.Survey;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The totals of every closing of the day, of which there is one for each till Z. */
final class Closings {
    private final Survey survey;
    private final Map<Key, Closing> closings = new LinkedHashMap<>();

    private record Key(String workstation, Period period) {}

    /** By which business cases are added up. */
    record CaseKey(BusinessCase businessCase, String name, VatKey vat)
            implements Comparable<CaseKey> {
        private static final Comparator<CaseKey> ORDER =
                Comparator.comparing(CaseKey::businessCase)
                        .thenComparing(CaseKey::name)
                        .thenComparing(CaseKey::vat);

        @Override
        public int compareTo(CaseKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** What came of a business case at one VAT key. */
    record CaseTotal(Money gross, Money tax) {
        CaseTotal plus(CaseTotal other) {
            return new CaseTotal(gross.plus(other.gross), tax.plus(other.tax));
        }

        Money net() {
            return gross.minus(tax);
        }
    }

    /** By which payments are added up. */
    record PaymentKey(Payment.Type type, String name) implements Comparable<PaymentKey> {
        @Override
        public int compareTo(PaymentKey other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : name.compareTo(other.name);
        }
    }

    /** One closing; it adds up only what counts. */
    static final class Closing {
        private final Register register;
        private final Period period;
        private final Money zero;
        private final SortedMap<CaseKey, CaseTotal> cases = new TreeMap<>();
        private final SortedMap<PaymentKey, Money> payments = new TreeMap<>();
        private final SortedMap<String, Money> cash = new TreeMap<>();
        private final SortedSet<VatKey> vats = new TreeSet<>();
        private String first = "";
        private String last = "";

        private Closing(Register register, Period period, CurrencyCode currency) {
            this.register = register;
            this.period = period;
            this.zero = Money.zero(currency);
        }

        private void add(Bon bon) {
            if (first.isEmpty()) first = bon.id();
            last = bon.id();
            for (Position position : bon.positions()) vats.add(position.vat());
            if (!bon.counts()) return;
            for (Position position : bon.positions())
                cases.merge(
                        new CaseKey(position.businessCase(), position.name(), position.vat()),
                        new CaseTotal(position.gross(), position.tax()),
                        CaseTotal::plus);
            for (Payment payment : bon.payments()) add(payment);
        }

        private void add(Payment payment) {
            payments.merge(
                    new PaymentKey(payment.type(), payment.name()), payment.base(), Money::plus);
            if (payment.isCash())
                cash.merge(payment.amount().currency().code(), payment.amount(), Money::plus);
        }

        Register register() {
            return register;
        }

        Period period() {
            return period;
        }

        SortedMap<CaseKey, CaseTotal> cases() {
            return cases;
        }

        SortedMap<PaymentKey, Money> payments() {
            return payments;
        }

        /** By currency, in its own. */
        SortedMap<String, Money> cash() {
            return cash;
        }

        SortedSet<VatKey> vats() {
            return vats;
        }

        String first() {
            return first;
        }

        String last() {
            return last;
        }

        Money paid() {
            return payments.values().stream().reduce(zero, Money::plus);
        }

        Money paidInCash() {
            return payments.entrySet().stream()
                    .filter(each -> each.getKey().type() == Payment.Type.CASH)
                    .map(Map.Entry::getValue)
                    .reduce(zero, Money::plus);
        }
    }

    private Closings(Survey survey) {
        this.survey = survey;
    }

    /** Reads the whole day once. */
    static List<Closing> of(Survey survey) {
        Closings closings = new Closings(survey);
        for (Register register : survey.day().registers())
            if (register.sells())
                for (Period period : survey.periods(register)) closings.at(register, period);
        Bons.show(survey, bon -> closings.at(bon.register(), bon.period()).add(bon));
        return new ArrayList<>(closings.closings.values());
    }

    private Closing at(Register register, Period period) {
        return closings.computeIfAbsent(
                new Key(register.workstation(), period),
                _ -> new Closing(register, period, survey.day().currency()));
    }
}
