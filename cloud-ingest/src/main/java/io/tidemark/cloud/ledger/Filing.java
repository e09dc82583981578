package io.tidemark.cloud.ledger;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.DepartmentTotal;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TaxTotal;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.Row;
import io.tidemark.node.projection.Rows;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One close-down on its way into the books. The first in its journal of a store, day and number is
 * filed and never changed. A store has one journal per life of its gateway, so the outcome does not
 * depend on the order in which journals are followed.
 */
record Filing(FollowedEntry entry, EntryHeader header, StoreDayClosed closed) {
    /**
     * What an old disk's gateway closed stands on a branch: the gateway closes those days again,
     * from what was accepted, so that nothing is counted twice.
     */
    private boolean isOfBranch(Rows rows) {
        return rows.find("branch", store(), entry.journal().epoch())
                .filter(branch -> entry.sequence() <= branch.longAt("ends"))
                .isPresent();
    }

    void into(Rows rows) {
        if (isOfBranch(rows)) {
            Alert.BRANCH_CLOSE_DOWN.raise(entry, rows, ofBranch());
            return;
        }
        Optional<String> unfit = CloseDownLimits.fault(closed);
        if (unfit.isPresent()) {
            Alert.UNFIT_CLOSE_DOWN.raise(entry, rows, unfit(unfit.get()));
            return;
        }
        Optional<Row> filed =
                rows.find(
                        "close_down",
                        store(),
                        closed.day(),
                        closed.supplement(),
                        entry.journal().epoch());
        if (filed.isPresent()) {
            Alert.SECOND_CLOSE_DOWN.raise(entry, rows, second(filed.get()));
            return;
        }
        fileSummary(rows);
        fileEntry(rows);
        closed.without().forEach(device -> file(device, rows));
        closed.tills().forEach(till -> file(till, rows));
        closed.totals().taxes().forEach(tax -> file(tax, rows));
        closed.totals().departments().forEach(department -> file(department, rows));
        closed.totals().stock().forEach(goods -> file(goods, rows));
        closed.totals().tallies().forEach(tally -> file(tally, rows));
        new BooksFiling(entry, closed).into(rows);
        beyondLimits().ifPresent(told -> Alert.POSITION_BEYOND_LIMIT.raise(entry, rows, told));
        CloseDownForm.fault(closed).ifPresent(fault -> Alert.SUMS_DIFFER.raise(entry, rows, fault));
    }

    private Optional<String> beyondLimits() {
        String told =
                closed.exchange().stream()
                        .filter(ExchangePosition::isBeyondLimit)
                        .map(ExchangePosition::beyondLimitInWords)
                        .collect(Collectors.joining("; "));
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of("by the close-down of " + closed.day() + " " + told);
    }

    private void fileSummary(Rows rows) {
        Totals totals = closed.totals();
        rows.insert(
                "close_down",
                store(),
                closed.day(),
                closed.supplement(),
                entry.journal().epoch(),
                entry.sequence(),
                entry.hash().toBytes(),
                closed.zNumber(),
                header.at(),
                header.operator(),
                closed.isComplete(),
                closed.rulesVersion(),
                closed.masterDataVersion(),
                closed.currency().code(),
                totals.transactions(),
                totals.returns(),
                totals.lines(),
                totals.noSales(),
                totals.gross().minor(),
                totals.returned().minor(),
                totals.tax().minor(),
                closed.grand().sales().minor(),
                closed.grand().returns().minor());
    }

    private void fileEntry(Rows rows) {
        rows.insert(
                "close_down_entry",
                store(),
                closed.day(),
                closed.supplement(),
                entry.journal().epoch(),
                entry.bytes().header(),
                entry.bytes().event());
    }

    private void file(MissingDevice device, Rows rows) {
        rows.insert(
                "close_down_without",
                store(),
                closed.day(),
                closed.supplement(),
                entry.journal().epoch(),
                device.device(),
                device.epoch(),
                device.lastMark());
    }

    private void file(TillDay till, Rows rows) {
        Totals totals = till.totals();
        rows.insert(
                "close_down_till",
                store(),
                closed.day(),
                closed.supplement(),
                entry.journal().epoch(),
                till.device(),
                till.epoch(),
                till.workstation(),
                till.first(),
                till.last(),
                till.head().toBytes(),
                till.zNumber(),
                totals.transactions(),
                totals.returns(),
                totals.lines(),
                totals.noSales(),
                totals.gross().minor(),
                totals.returned().minor(),
                totals.tax().minor(),
                till.receipts().hash().toBytes());
        totals.tenders().forEach(account -> file(till, account, rows));
    }

    private void file(TillDay till, TenderAccount account, Rows rows) {
        rows.insert(
                "close_down_tender",
                store(),
                closed.day(),
                closed.supplement(),
                entry.journal().epoch(),
                till.device(),
                till.epoch(),
                account.type().code(),
                account.currency().code(),
                account.base().minor(),
                account.provided().minor(),
                account.taken().minor(),
                account.refunded().minor(),
                account.change().minor(),
                account.paidIn().minor(),
                account.paidOut().minor(),
                account.pickedUp().minor(),
                account.dropped().minor(),
                account.exchanged().minor(),
                account.expected().minor(),
                minorOrNothing(account.counted()));
    }

    private void file(TaxTotal tax, Rows rows) {
        rows.insert(
                "close_down_tax",
                store(),
                closed.day(),
                closed.supplement(),
                entry.journal().epoch(),
                tax.category().code(),
                tax.category().rate().ppm(),
                tax.gross().minor(),
                tax.tax().minor());
    }

    private void file(DepartmentTotal department, Rows rows) {
        rows.insert(
                "close_down_department",
                store(),
                closed.day(),
                closed.supplement(),
                entry.journal().epoch(),
                department.department(),
                department.lines(),
                department.gross().minor());
    }

    private void file(StockTotal goods, Rows rows) {
        rows.insert(
                "close_down_goods",
                store(),
                closed.day(),
                closed.supplement(),
                entry.journal().epoch(),
                goods.flow().name(),
                goods.unit().code(),
                goods.movements(),
                goods.thousandths(),
                goods.cost().minor());
    }

    private void file(Tally tally, Rows rows) {
        rows.insert(
                "close_down_tally",
                store(),
                closed.day(),
                closed.supplement(),
                entry.journal().epoch(),
                tally.kind(),
                tally.count(),
                tally.amount().minor());
    }

    private String second(Row filed) {
        JournalId journal = entry.journal();
        return "a second close-down of "
                + closed.day()
                + ", supplement "
                + closed.supplement()
                + " (Z "
                + closed.zNumber()
                + ", gross "
                + closed.totals().gross()
                + ") is kept as entry "
                + entry.sequence()
                + " of "
                + journal.label()
                + " and not posted; filed is entry "
                + filed.longAt("sequence")
                + ", Z "
                + filed.longAt("z_number");
    }

    private String unfit(String why) {
        return "Z "
                + closed.zNumber()
                + " of "
                + closed.day()
                + ", supplement "
                + closed.supplement()
                + ", cannot be filed: "
                + why
                + ". It is kept as entry "
                + entry.sequence()
                + " of "
                + entry.journal().label()
                + " and not posted; see which software made it, and have the store's gateway looked after";
    }

    private String ofBranch() {
        return "Z "
                + closed.zNumber()
                + " of "
                + closed.day()
                + ", supplement "
                + closed.supplement()
                + ", gross "
                + closed.totals().gross()
                + ", was made by a gateway on an old disk: it is kept as entry "
                + entry.sequence()
                + " of "
                + entry.journal().label()
                + " and not posted. The gateway closes that day again";
    }

    private String store() {
        return entry.journal().node().store();
    }

    private static @Nullable Long minorOrNothing(@Nullable Money amount) {
        return amount == null ? null : amount.minor();
    }
}
