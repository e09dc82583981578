package io.tidemark.fog.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.drawer.DrawerPart;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.paper.PrintedZ;
import io.tidemark.node.paper.StoreZPaper;
import io.tidemark.node.web.Amount;
import io.tidemark.node.web.DepartmentJson;
import io.tidemark.node.web.DetailsJson;
import io.tidemark.node.web.ExchangeJson;
import io.tidemark.node.web.KindJson;
import io.tidemark.node.web.StockJson;
import io.tidemark.node.web.TallyJson;
import io.tidemark.node.web.TaxJson;
import io.tidemark.node.web.TenderJson;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store Z, or a supplement to it, as JSON. Amounts are minor units and their currency. */
@Serdeable
record ZTold(
        String title,
        String day,
        long zNumber,
        int supplement,
        String status,
        boolean complete,
        @Nullable String closedAt,
        String operator,
        int rulesVersion,
        long masterDataVersion,
        List<Missing> without,
        @Nullable Allowed allowed,
        List<Till> tills,
        Sums totals,
        Grand grandTotals,
        @Nullable DetailsJson details) {

    static ZTold of(PrintedZ printed) {
        StoreDayClosed z = printed.closed();
        return new ZTold(
                StoreZPaper.title(z),
                z.day().toString(),
                z.zNumber(),
                z.supplement(),
                z.status(),
                z.isComplete(),
                printed.made().at().map(OffsetDateTime::toString).orElse(null),
                printed.made().operator(),
                z.rulesVersion(),
                z.masterDataVersion(),
                z.without().stream().map(Missing::of).toList(),
                printed.made().authority().map(Allowed::of).orElse(null),
                z.tills().stream().map(till -> Till.of(till, printed)).toList(),
                Sums.of(z.totals(), total -> DrawerPart.counted(z, total), printed::overShort),
                new Grand(
                        Amount.of(z.grand().sales()),
                        Amount.of(z.grand().returns()),
                        Amount.of(z.grand().net())),
                z.details() == null ? null : DetailsJson.of(z.details(), z.day()));
    }

    @Serdeable
    record Missing(String device, int epoch, long lastMark) {
        static Missing of(MissingDevice missing) {
            return new Missing(missing.device(), missing.epoch(), missing.lastMark());
        }
    }

    /** Who allowed that devices were left out; null where nobody had to. */
    @Serdeable
    record Allowed(
            String supervisor, String name, String role, String reason, List<String> without) {
        static Allowed of(CloseDownAuthorised authority) {
            return new Allowed(
                    authority.supervisor(),
                    authority.name(),
                    authority.role(),
                    authority.reason(),
                    authority.without());
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
        static Till of(TillDay till, PrintedZ printed) {
            return new Till(
                    till.device(),
                    till.epoch(),
                    till.workstation(),
                    till.first(),
                    till.last(),
                    till.head().hex(),
                    till.zNumber(),
                    Sums.of(
                            till.totals(),
                            account -> Optional.ofNullable(account.counted()),
                            account -> printed.overShort(till, account)),
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
            List<TaxJson> taxes,
            List<TenderJson> tenders,
            List<DepartmentJson> departments,
            List<StockJson> stock,
            List<TallyJson> tallies,
            List<KindJson> kinds,
            List<ExchangeJson> exchange) {
        static Sums of(
                Totals totals,
                Function<TenderAccount, Optional<Money>> counted,
                Function<TenderAccount, Optional<Money>> overShort) {
            return new Sums(
                    totals.transactions(),
                    totals.returns(),
                    totals.lines(),
                    totals.noSales(),
                    Amount.of(totals.gross()),
                    Amount.of(totals.net()),
                    Amount.of(totals.tax()),
                    Amount.of(totals.returned()),
                    totals.taxes().stream().map(TaxJson::of).toList(),
                    totals.tenders().stream()
                            .map(account ->
                                    TenderJson.of(
                                            account,
                                            counted.apply(account),
                                            overShort.apply(account)))
                            .toList(),
                    totals.departments().stream().map(DepartmentJson::of).toList(),
                    totals.stock().stream().map(StockJson::of).toList(),
                    totals.tallies().stream().map(TallyJson::of).toList(),
                    KindJson.of(totals),
                    totals.exchange().stream().map(ExchangeJson::of).toList());
        }
    }

    @Serdeable
    record Grand(Amount sales, Amount returns, Amount net) {}
}
