package io.tidemark.cloud.headoffice;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.cloud.headoffice.DayJson.SumsJson;
import io.tidemark.cloud.ledger.FiledCloseDown;
import io.tidemark.cloud.ledger.StoreZ;
import io.tidemark.node.web.Amount;
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
        List<Amount> overShort,
        Amount grandSales,
        Amount grandReturns,
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
                Amount.of(filed.overShort()),
                Amount.of(filed.grand().sales()),
                Amount.of(filed.grand().returns()),
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
    record TaxJson(String category, int ratePpm, Amount net, Amount tax, Amount gross) {
        static TaxJson of(StoreZ.Tax tax) {
            return new TaxJson(
                    tax.category(),
                    tax.rate().ppm(),
                    Amount.of(tax.net()),
                    Amount.of(tax.tax()),
                    Amount.of(tax.gross()));
        }
    }

    @Serdeable.Serializable
    record DepartmentJson(String department, long lines, Amount gross) {
        static DepartmentJson of(StoreZ.Department department) {
            return new DepartmentJson(
                    department.department(), department.lines(), Amount.of(department.gross()));
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
        static DrawerJson of(StoreZ.Drawer drawer) {
            return new DrawerJson(
                    drawer.device(),
                    drawer.epoch(),
                    drawer.tender(),
                    Amount.of(drawer.provided()),
                    Amount.of(drawer.taken()),
                    Amount.of(drawer.refunded()),
                    Amount.of(drawer.change()),
                    Amount.of(drawer.paidIn()),
                    Amount.of(drawer.paidOut()),
                    Amount.of(drawer.pickedUp()),
                    Amount.of(drawer.expected()),
                    drawer.counted().map(Amount::of).orElse(null),
                    drawer.overShort().map(Amount::of).orElse(null));
        }
    }
}
