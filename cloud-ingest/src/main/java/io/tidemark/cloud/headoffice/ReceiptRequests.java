package io.tidemark.cloud.headoffice;

import io.micronaut.http.HttpStatus;
import io.tidemark.cloud.ledger.StoreZ;
import io.tidemark.cloud.receipts.ReceiptDesk;
import io.tidemark.cloud.receipts.Wanted;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.node.web.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** What people and programs may ask of a store's receipts: of devices that the roster has. */
public final class ReceiptRequests {
    private final Overview overview;
    private final ReceiptDesk desk;

    public ReceiptRequests(Overview overview, ReceiptDesk desk) {
        this.overview = overview;
        this.desk = desk;
    }

    /** Which entry someone wants to see. */
    public record Asked(JournalId journal, long sequence) {}

    /** One till's part of a close-down. */
    record Part(StoreZ z, StoreZ.Till till) {}

    /** Empty where nothing of it is filed. */
    Optional<Part> part(String store, LocalDate day, int supplement, String device, int epoch) {
        return overview.storeZs(store, day).stream()
                .filter(z -> z.filed().supplement() == supplement)
                .flatMap(z ->
                        z.tills().stream()
                                .filter(till -> till.device().equals(device))
                                .filter(till -> till.epoch() == epoch && till.first() > 0)
                                .map(till -> new Part(z, till)))
                .findFirst();
    }

    /** The receipts that this part of a close-down took in. */
    ReceiptDesk.State list(Part part) {
        return desk.want(
                new Wanted.OfDay(
                        new JournalId(
                                new NodeName(
                                        overview.roster().organisation(),
                                        part.z().store(),
                                        part.till().device()),
                                part.till().epoch()),
                        part.z().day(),
                        part.till().first(),
                        part.till().last()));
    }

    /**
     * Empty where the roster has no such device.
     *
     * @throws Refusal if no journal, or no entry, is numbered so
     */
    Optional<Asked> asked(String store, String device, int epoch, long sequence) {
        requireFromOne("epoch", epoch);
        requireFromOne("sequence", sequence);
        Roster roster = overview.roster();
        return roster.membersOf(store).stream()
                .filter(member -> member.name().device().equals(device))
                .map(member -> new Asked(new JournalId(member.name(), epoch), sequence))
                .findFirst();
    }

    private static void requireFromOne(String name, long number) {
        if (number < 1)
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    name + " is " + number + "; a number from 1 on is wanted");
    }

    ReceiptDesk.State one(Asked asked) {
        return desk.want(new Wanted.One(asked.journal(), asked.sequence()));
    }
}
