package io.tidemark.cloud.ledger;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.TaxRate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A close-down in full, as it is printed. */
public record StoreZ(
        String store,
        LocalDate day,
        CurrencyCode currency,
        FiledCloseDown filed,
        List<MissingDevice> without,
        List<Till> tills,
        List<Tax> taxes,
        List<Department> departments,
        List<Drawer> drawers) {
    public StoreZ {
        without = List.copyOf(without);
        tills = List.copyOf(tills);
        taxes = List.copyOf(taxes);
        departments = List.copyOf(departments);
        drawers = List.copyOf(drawers);
    }

    /**
     * One device's part.
     *
     * @param first sequence of the first entry taken in, 0 where there is none
     * @param head its journal's hash at {@code last}
     * @param zNumber of its till Z, 0 where it did not close its day
     * @param receipts digest over its receipts in order
     */
    public record Till(
            String device,
            int epoch,
            String workstation,
            long first,
            long last,
            Hash head,
            long zNumber,
            Sums sums,
            Hash receipts) {}

    public record Tax(String category, TaxRate rate, Money gross, Money tax) {
        public Money net() {
            return gross.minus(tax);
        }
    }

    public record Department(String department, long lines, Money gross) {}

    /**
     * What one till took in one tender and currency.
     *
     * @param base the net taken, in the store's currency
     * @param counted empty where nobody counted
     */
    public record Drawer(
            String device,
            int epoch,
            String tender,
            Money base,
            Money provided,
            Money taken,
            Money refunded,
            Money change,
            Money paidIn,
            Money paidOut,
            Money pickedUp,
            Money expected,
            Optional<Money> counted) {
        public Optional<Money> overShort() {
            return counted.map(amount -> amount.minus(expected));
        }
    }
}
