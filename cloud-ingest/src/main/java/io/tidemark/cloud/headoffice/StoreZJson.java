package io.tidemark.cloud.headoffice;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.cloud.headoffice.DayJson.SumsJson;
import io.tidemark.cloud.ledger.FiledCloseDown;
import io.tidemark.cloud.ledger.StoreZ;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One close-down in full: the store Z (supplement 0) or a supplement to it. */
@Serdeable.Serializable
record StoreZJson(
        int supplement,
        long zNumber,
        boolean complete,
        OffsetDateTime closedAt,
        String operator,
        int rulesVersion,
        long masterDataVersion,
        EntryJson entry,
        SumsJson totals,
        List<MoneyJson> overShort,
        MoneyJson grandSales,
        MoneyJson grandReturns,
        List<WithoutJson> without,
        List<TillJson> tills,
        List<TaxJson> taxes,
        List<DepartmentJson> departments,
        List<DrawerJson> tenders) {

    static StoreZJson of(StoreZ z) {
        FiledCloseDown filed = z.filed();
        return new StoreZJson(
                filed.supplement(),
                filed.zNumber(),
                filed.complete(),
                filed.closedAt(),
                filed.operator(),
                filed.rulesVersion(),
                filed.masterDataVersion(),
                EntryJson.of(filed.source()),
                SumsJson.of(filed.sums()),
                MoneyJson.of(filed.overShort()),
                MoneyJson.of(filed.grand().sales()),
                MoneyJson.of(filed.grand().returns()),
                z.without().stream()
                        .map(device ->
                                new WithoutJson(device.device(), device.epoch(), device.lastMark()))
                        .toList(),
                z.tills().stream().map(TillJson::of).toList(),
                z.taxes().stream().map(TaxJson::of).toList(),
                z.departments().stream().map(DepartmentJson::of).toList(),
                z.drawers().stream().map(DrawerJson::of).toList());
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

    @Serdeable.Serializable
    record TaxJson(String category, int ratePpm, MoneyJson net, MoneyJson tax, MoneyJson gross) {
        static TaxJson of(StoreZ.Tax tax) {
            return new TaxJson(
                    tax.category(),
                    tax.rate().ppm(),
                    MoneyJson.of(tax.net()),
                    MoneyJson.of(tax.tax()),
                    MoneyJson.of(tax.gross()));
        }
    }

    @Serdeable.Serializable
    record DepartmentJson(String department, long lines, MoneyJson gross) {
        static DepartmentJson of(StoreZ.Department department) {
            return new DepartmentJson(
                    department.department(), department.lines(), MoneyJson.of(department.gross()));
        }
    }

    /**
     * @param counted null where nobody counted, as is overShort
     */
    @Serdeable.Serializable
    record DrawerJson(
            String device,
            int epoch,
            String type,
            MoneyJson provided,
            MoneyJson taken,
            MoneyJson refunded,
            MoneyJson change,
            MoneyJson paidIn,
            MoneyJson paidOut,
            MoneyJson pickedUp,
            MoneyJson expected,
            @Nullable MoneyJson counted,
            @Nullable MoneyJson overShort) {
        static DrawerJson of(StoreZ.Drawer drawer) {
            return new DrawerJson(
                    drawer.device(),
                    drawer.epoch(),
                    drawer.tender(),
                    MoneyJson.of(drawer.provided()),
                    MoneyJson.of(drawer.taken()),
                    MoneyJson.of(drawer.refunded()),
                    MoneyJson.of(drawer.change()),
                    MoneyJson.of(drawer.paidIn()),
                    MoneyJson.of(drawer.paidOut()),
                    MoneyJson.of(drawer.pickedUp()),
                    MoneyJson.of(drawer.expected()),
                    drawer.counted().map(MoneyJson::of).orElse(null),
                    drawer.overShort().map(MoneyJson::of).orElse(null));
        }
    }
}
