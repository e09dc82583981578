package io.tidemark.fog.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.fog.closedown.Blocker;
import io.tidemark.fog.closedown.Checklist;
import io.tidemark.fog.closedown.DeviceCheck;
import io.tidemark.fog.forward.LinkState;
import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.ledger.GatewayLedger;
import io.tidemark.fog.ledger.ReceiptSearch;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.watch.Alert;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API tells, as JSON. Times are the store's, with their offset. */
final class Told {
    private Told() {}

    @Serdeable
    record Status(
            String store,
            String name,
            String organisation,
            String currency,
            String businessDay,
            String time,
            long masterDataVersion,
            int alerts) {
        static Status of(StoreView view) {
            return new Status(
                    view.facts().store(),
                    view.facts().name(),
                    view.gateway().organisation(),
                    view.facts().currency().code(),
                    view.today().toString(),
                    view.calendar().now().toString(),
                    view.masterDataVersion(),
                    view.alerts().size());
        }
    }

    /**
     * @param journal which one its workstation works with now
     * @param label what people read where that goes on from another one
     * @param told the highest sequence the device said it has recorded
     * @param marked the highest that is on disk here
     * @param unconfirmedCash movements of cash that no second person has confirmed
     */
    @Serdeable
    record Till(
            String device,
            String journal,
            String label,
            String workstation,
            boolean online,
            String since,
            long told,
            long marked,
            long unsent,
            String dayState,
            long zNumber,
            int unconfirmedCash) {
        static Till of(DeviceCheck check, StoreCalendar calendar) {
            return new Till(
                    check.device(),
                    check.journal().label(),
                    check.label(),
                    check.workstation(),
                    check.sighting().online(),
                    calendar.at(check.sighting().since()).toString(),
                    check.received() + check.missing(),
                    check.received(),
                    check.missing(),
                    Told.dayState(check),
                    check.day().map(DaySpan::zNumber).orElse(0L),
                    check.unconfirmedCash());
        }
    }

    static String dayState(DeviceCheck check) {
        return check.day().map(day -> day.isClosed() ? "CLOSED" : "OPEN").orElse("NOT_OPENED");
    }

    /**
     * @param shift the operator's, numbered at that device
     */
    @Serdeable
    record Receipt(
            String device,
            String workstation,
            long number,
            String id,
            @Nullable UUID commandId,
            String kind,
            String madeAt,
            String operator,
            int shift,
            int lines,
            long grossMinor,
            String currency) {
        static Receipt of(GatewayLedger.Receipt receipt, NodeName gateway) {
            JournalId journal =
                    new JournalId(
                            new NodeName(gateway.organisation(), gateway.store(), receipt.device()),
                            receipt.epoch());
            return new Receipt(
                    receipt.device(),
                    receipt.workstation(),
                    receipt.number(),
                    journal.label() + "-" + receipt.number() + "-" + receipt.hash(),
                    receipt.command().orElse(null),
                    receipt.kind(),
                    receipt.madeAt().toString(),
                    receipt.operator(),
                    receipt.shift(),
                    receipt.lines(),
                    receipt.gross(),
                    receipt.currency());
        }
    }

    /**
     * @param total how many were found
     * @param from how many stand before these
     * @param next {@code from} of the following page, null where there is none
     */
    @Serdeable
    record Receipts(long total, int from, @Nullable Integer next, List<Receipt> receipts) {
        static Receipts of(ReceiptSearch.Page page, NodeName gateway) {
            int end = page.from() + page.receipts().size();
            return new Receipts(
                    page.total(),
                    page.from(),
                    end < page.total() && !page.receipts().isEmpty() ? end : null,
                    page.receipts().stream().map(receipt -> Receipt.of(receipt, gateway)).toList());
        }
    }

    @Serdeable
    record Hour(int hour, String currency, long transactions, long lines, long grossMinor) {
        static Hour of(GatewayLedger.Hour hour) {
            return new Hour(
                    hour.hour(), hour.currency(), hour.transactions(), hour.lines(), hour.gross());
        }
    }

    @Serdeable
    record Block(String kind, String device, String text, boolean canBeLeftOut) {
        static Block of(Blocker blocker) {
            return new Block(
                    blocker.kind().name(),
                    blocker.device(),
                    blocker.text(),
                    blocker.kind().canBeLeftOut());
        }
    }

    /**
     * @param closeBy by when the store should have closed the day
     * @param overdue whether it should be closed by now and is not
     * @param wouldBeLeftOut the devices to name in {@code without} to close now
     */
    @Serdeable
    record CloseDown(
            String day,
            String state,
            String closeBy,
            boolean overdue,
            List<Block> blockers,
            List<String> wouldBeLeftOut,
            List<Till> devices,
            List<ZTold> closed) {
        static CloseDown of(Checklist checklist, StoreView view) {
            return new CloseDown(
                    checklist.day().toString(),
                    checklist.state().name(),
                    view.due(checklist.day()).toString(),
                    checklist.closed().isEmpty() && view.isPastDue(checklist.day()),
                    checklist.blockers().stream().map(Block::of).toList(),
                    checklist.wouldBeLeftOut().stream().sorted().toList(),
                    checklist.devices().stream()
                            .map(check -> Till.of(check, view.calendar()))
                            .toList(),
                    view.printed(checklist.day()).stream().map(ZTold::of).toList());
        }
    }

    @Serdeable
    record Forwarding(
            boolean online,
            String since,
            long recorded,
            long marked,
            long unsent,
            @Nullable String trouble,
            int archivePending) {
        static Forwarding of(LinkState state, StoreCalendar calendar) {
            return new Forwarding(
                    state.online(),
                    calendar.at(state.since()).toString(),
                    state.recorded(),
                    state.marked(),
                    state.unsent(),
                    state.trouble().orElse(null),
                    state.archivePending());
        }
    }

    @Serdeable
    record AlertTold(String kind, String subject, String text, String since) {
        static AlertTold of(Alert alert, StoreCalendar calendar) {
            return new AlertTold(
                    alert.kind().name(),
                    alert.subject(),
                    alert.text(),
                    calendar.at(alert.since()).toString());
        }
    }

    /**
     * @param approval where the day is closed without devices
     */
    @Serdeable
    record Close(
            UUID commandId,
            String operator,
            @Nullable List<String> without,
            @Nullable Approval approval) {}

    /**
     * A supervisor allows it.
     *
     * @param pin not needed where the master data name no operators
     * @param reason why; not needed where they name none
     */
    @Serdeable
    record Approval(String supervisor, @Nullable String pin, @Nullable String reason) {
        /** Nothing of a PIN belongs in a log. */
        @Override
        public String toString() {
            return "Approval[" + supervisor + "]";
        }
    }
}
