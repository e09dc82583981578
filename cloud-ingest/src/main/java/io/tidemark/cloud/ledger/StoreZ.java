package io.tidemark.cloud.ledger;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.DepartmentTotal;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TaxTotal;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.paper.PrintedZ;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A close-down in full, as it is printed.
 *
 * @param closed as the store signed it
 * @param allowed who answers for the devices that were left out
 */
public record StoreZ(
        String store,
        LocalDate day,
        CurrencyCode currency,
        FiledCloseDown filed,
        StoreDayClosed closed,
        List<MissingDevice> without,
        Optional<CloseDownAuthorised> allowed,
        List<Till> tills,
        List<TaxTotal> taxes,
        List<DepartmentTotal> departments,
        List<StockTotal> goods,
        List<Tally> tallies,
        List<Drawer> drawers) {
    public StoreZ {
        without = List.copyOf(without);
        tills = List.copyOf(tills);
        taxes = List.copyOf(taxes);
        departments = List.copyOf(departments);
        goods = List.copyOf(goods);
        tallies = List.copyOf(tallies);
        drawers = List.copyOf(drawers);
    }

    /**
     * As it is printed on paper.
     *
     * @param articles of its journal; head office files no tables of them
     */
    public PrintedZ printed(List<ProductTotal> articles) {
        return new PrintedZ(
                closed,
                new PrintedZ.Made(Optional.of(filed.closedAt()), filed.operator(), allowed),
                articles,
                filed.drawers());
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

    /**
     * What one till took in one tender and currency.
     *
     * @param overShort of its workstation's drawer, if it was counted, by all of the day up to here
     */
    public record Drawer(
            String device, int epoch, TenderAccount account, Optional<Money> overShort) {}
}
