package io.tidemark.fog.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.DepartmentTotal;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TaxTotal;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.web.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store Z, or a supplement to it, as JSON. Amounts are minor units and their currency. */
@Serdeable
record ZTold(
        String day,
        long zNumber,
        int supplement,
        String status,
        boolean complete,
        int rulesVersion,
        long masterDataVersion,
        List<Missing> without,
        List<Till> tills,
        Sums totals,
        Grand grandTotals) {

    static ZTold of(StoreDayClosed z) {
        return new ZTold(
                z.day().toString(),
                z.zNumber(),
                z.supplement(),
                z.status(),
                z.isComplete(),
                z.rulesVersion(),
                z.masterDataVersion(),
                z.without().stream().map(Missing::of).toList(),
                z.tills().stream().map(Till::of).toList(),
                Sums.of(z.totals()),
                new Grand(
                        Amount.of(z.grand().sales()),
                        Amount.of(z.grand().returns()),
                        Amount.of(z.grand().net())));
    }

    @Serdeable
    record Missing(String device, int epoch, long lastMark) {
        static Missing of(MissingDevice missing) {
            return new Missing(missing.device(), missing.epoch(), missing.lastMark());
        }
    }

    @Serdeable
    record Till(
            String device,
            int epoch,
            String workstation,
            long first,
            long last,
            String head,
            long zNumber,
            Sums totals,
            String receiptDigest) {
        static Till of(TillDay till) {
            return new Till(
                    till.device(),
                    till.epoch(),
                    till.workstation(),
                    till.first(),
                    till.last(),
                    till.head().hex(),
                    till.zNumber(),
                    Sums.of(till.totals()),
                    till.receipts().hash().hex());
        }
    }

    @Serdeable
    record Sums(
            long transactions,
            long returns,
            long lines,
            long noSales,
            Amount gross,
            Amount net,
            Amount tax,
            Amount returned,
            List<Tax> taxes,
            List<Tender> tenders,
            List<Department> departments) {
        static Sums of(Totals totals) {
            return new Sums(
                    totals.transactions(),
                    totals.returns(),
                    totals.lines(),
                    totals.noSales(),
                    Amount.of(totals.gross()),
                    Amount.of(totals.net()),
                    Amount.of(totals.tax()),
                    Amount.of(totals.returned()),
                    totals.taxes().stream().map(Tax::of).toList(),
                    totals.tenders().stream().map(Tender::of).toList(),
                    totals.departments().stream().map(Department::of).toList());
        }
    }

    @Serdeable
    record Tax(String category, int ratePpm, Amount gross, Amount net, Amount tax) {
        static Tax of(TaxTotal total) {
            return new Tax(
                    total.category().code(),
                    total.category().rate().ppm(),
                    Amount.of(total.gross()),
                    Amount.of(total.net()),
                    Amount.of(total.tax()));
        }
    }

    @Serdeable
    record Tender(
            String type,
            Amount base,
            Amount provided,
            Amount taken,
            Amount refunded,
            Amount change,
            Amount paidIn,
            Amount paidOut,
            Amount pickedUp,
            Amount expected,
            @Nullable Amount counted,
            @Nullable Amount overShort) {
        static Tender of(TenderAccount account) {
            Money counted = account.counted();
            return new Tender(
                    account.type().code(),
                    Amount.of(account.base()),
                    Amount.of(account.provided()),
                    Amount.of(account.taken()),
                    Amount.of(account.refunded()),
                    Amount.of(account.change()),
                    Amount.of(account.paidIn()),
                    Amount.of(account.paidOut()),
                    Amount.of(account.pickedUp()),
                    Amount.of(account.expected()),
                    counted == null ? null : Amount.of(counted),
                    account.overShort().map(Amount::of).orElse(null));
        }
    }

    @Serdeable
    record Department(String department, long lines, Amount gross) {
        static Department of(DepartmentTotal total) {
            return new Department(total.department(), total.lines(), Amount.of(total.gross()));
        }
    }

    @Serdeable
    record Grand(Amount sales, Amount returns, Amount net) {}
}
