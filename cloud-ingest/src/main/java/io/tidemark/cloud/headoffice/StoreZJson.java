package io.tidemark.cloud.headoffice;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.cloud.headoffice.DayJson.SumsJson;
import io.tidemark.cloud.ledger.FiledCloseDown;
import io.tidemark.cloud.ledger.StoreZ;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.DayDetails;
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
import org.jspecify.annotations.Nullable;

/** One close-down in full: the store Z (supplement 0) or a supplement to it. */
@Serdeable.Serializable
record StoreZJson(
        String title,
        int supplement,
        long zNumber,
        boolean complete,
        OffsetDateTime closedAt,
        String operator,
        int rulesVersion,
        long masterDataVersion,
        EntryJson entry,
        SumsJson totals,
        List<Amount> overShort,
        Amount grandSales,
        Amount grandReturns,
        List<WithoutJson> without,
        @Nullable AllowedJson allowed,
        List<TillJson> tills,
        List<TaxJson> taxes,
        List<DepartmentJson> departments,
        List<StockJson> stock,
        List<TallyJson> tallies,
        List<DrawerJson> tenders,
        @Nullable DetailsJson details,
        List<KindJson> kinds,
        List<ExchangeJson> exchange) {

    static StoreZJson of(StoreZ z) {
        FiledCloseDown filed = z.filed();
        DayDetails details = z.closed().details();
        return new StoreZJson(
                StoreZPaper.title(z.closed()),
                filed.supplement(),
                filed.zNumber(),
                filed.complete(),
                filed.closedAt(),
                filed.operator(),
                filed.rulesVersion(),
                filed.masterDataVersion(),
                EntryJson.of(filed.source()),
                SumsJson.of(filed.sums()),
                Amount.of(filed.overShort()),
                Amount.of(filed.grand().sales()),
                Amount.of(filed.grand().returns()),
                z.without().stream()
                        .map(device ->
                                new WithoutJson(device.device(), device.epoch(), device.lastMark()))
                        .toList(),
                z.allowed().map(AllowedJson::of).orElse(null),
                z.tills().stream().map(TillJson::of).toList(),
                z.taxes().stream().map(TaxJson::of).toList(),
                z.departments().stream().map(DepartmentJson::of).toList(),
                z.goods().stream().map(StockJson::of).toList(),
                z.tallies().stream().map(TallyJson::of).toList(),
                z.drawers().stream().map(DrawerJson::of).toList(),
                details == null ? null : DetailsJson.of(details, z.day()),
                KindJson.of(z.closed().totals()),
                z.closed().totals().exchange().stream().map(ExchangeJson::of).toList());
    }

    /** Which entry of the store's journal says so. */
    @Serdeable.Serializable
    record EntryJson(int epoch, long sequence, String hash) {
        static EntryJson of(FiledCloseDown.Source source) {
            return new EntryJson(source.epoch(), source.sequence(), source.hash().hex());
        }
    }

    @Serdeable.Serializable
    record WithoutJson(String device, int epoch, long lastMark) {}

    /** Who allowed that devices were left out; null where nobody had to. */
    @Serdeable.Serializable
    record AllowedJson(
            String supervisor, String name, String role, String reason, List<String> without) {
        static AllowedJson of(CloseDownAuthorised allowed) {
            return new AllowedJson(
                    allowed.supervisor(),
                    allowed.name(),
                    allowed.role(),
                    allowed.reason(),
                    allowed.without());
        }
    }

    /**
     * @param receipts digest over (receipt number, lines, gross) in order
     */
    @Serdeable.Serializable
    record TillJson(
            String device,
            int epoch,
            String workstation,
            long zNumber,
            long firstEntry,
            long lastEntry,
            String head,
            SumsJson totals,
            String receipts) {
        static TillJson of(StoreZ.Till till) {
            return new TillJson(
                    till.device(),
                    till.epoch(),
                    till.workstation(),
                    till.zNumber(),
                    till.first(),
                    till.last(),
                    till.head().hex(),
                    SumsJson.of(till.sums()),
                    till.receipts().hex());
        }
    }

    /** What one till took in one tender and currency. */
    @Serdeable.Serializable
    record DrawerJson(String device, int epoch, TenderJson account) {
        static DrawerJson of(StoreZ.Drawer drawer) {
            return new DrawerJson(
                    drawer.device(),
                    drawer.epoch(),
                    TenderJson.of(
                            drawer.account(),
                            Optional.ofNullable(drawer.account().counted()),
                            drawer.overShort()));
        }
    }
}
