package io.tidemark.fog.proof;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.seal.DayProof;
import io.tidemark.ledger.seal.LogGrowth;
import io.tidemark.node.home.Json;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a check came to, in lines for people.
 *
 * @param lines what is proven, or why nothing is
 */
record Checked(boolean proven, List<String> lines) {
    Checked {
        lines = List.copyOf(lines);
    }

    private static Checked refused(String why) {
        return new Checked(false, List.of("not proven: " + why));
    }

    /** A proof that a store's log only grew. */
    static Checked of(LogGrowth growth, PublicKeys keys) {
        LogHead from = growth.from();
        LogHead to = growth.to();
        Optional<Verifier> gateway = keys.ofStore(to.organisation(), to.store());
        if (gateway.isEmpty())
            return refused(
                    "no key of store " + to.store() + " of " + to.organisation() + " was given");
        return growth.refusal(gateway.get())
                .map(Checked::refused)
                .orElseGet(() ->
                        new Checked(
                                true,
                                List.of(
                                        "proven: the log that store "
                                                + to.store()
                                                + " of "
                                                + to.organisation()
                                                + " signed only grew,",
                                        "from "
                                                + from.size()
                                                + " close-downs and supplements (root "
                                                + from.root()
                                                + ")",
                                        "to " + to.size() + " (root " + to.root() + ")")));
    }

    String json() {
        return Json.object(
                Json.field("proven", proven),
                Json.field("lines", lines.stream().map(Json::quoted).toList()));
    }

    /** A proof of an entry, with the code of its receipt where that was given, too. */
    static Checked of(DayProof proof, Optional<SignedHead> code, PublicKeys keys) {
        Optional<Verifier> gateway =
                keys.ofStore(proof.head().organisation(), proof.head().store());
        if (gateway.isEmpty())
            return refused(
                    "no key of store "
                            + proof.head().store()
                            + " of "
                            + proof.head().organisation()
                            + " was given");
        return switch (proof.verify(gateway.get())) {
            case DayProof.Verdict.Refused(String why) -> refused(why);
            case DayProof.Verdict.Proven(Entry entry, var hash) ->
                    code.flatMap(head -> wrong(head, hash, keys))
                            .map(Checked::refused)
                            .orElseGet(() -> proven(proof, entry, code));
        };
    }

    /**
     * Why a code is not of this entry. Which place the entry has in its journal the code alone
     * says, and so it is believed by its own signature only.
     */
    private static Optional<String> wrong(SignedHead code, Hash entry, PublicKeys keys) {
        if (!code.hash().equals(entry))
            return Optional.of(
                    "the code is of another entry: "
                            + code.sequence()
                            + " of "
                            + code.journal().label()
                            + ", hash "
                            + code.hash().short6());
        NodeName device = code.journal().node();
        Optional<Verifier> key = keys.named(device);
        if (key.isEmpty())
            return Optional.of(
                    "no key of "
                            + device
                            + " was given, which signed the receipt's code: to check a proof and a"
                            + " code together, give all that `tidemark keys` printed");
        return code.isBy(key.get()) ? Optional.empty() : Optional.of(forged(device));
    }

    private static String forged(NodeName device) {
        return "the code is not signed with the key of " + device;
    }

    private static Checked proven(DayProof proof, Entry entry, Optional<SignedHead> code) {
        List<String> lines = new ArrayList<>();
        lines.add("proven: " + what(entry));
        lines.add(
                "is entry "
                        + (proof.inDay().index() + 1)
                        + " of the "
                        + proof.day().entries()
                        + " in "
                        + proof.day().label()
                        + ",");
        lines.add(
                "which is number "
                        + (proof.inLog().index() + 1)
                        + " of the "
                        + proof.head().size()
                        + " in the log that store "
                        + proof.head().store()
                        + " of "
                        + proof.head().organisation()
                        + " signed (root "
                        + proof.head().root()
                        + ")");
        code.ifPresent(head ->
                lines.add(
                        "the receipt's code is of this very entry: "
                                + head.sequence()
                                + " of "
                                + head.journal().label()));
        return new Checked(true, lines);
    }

    private static String what(Entry entry) {
        EntryHeader header = entry.header();
        String kind =
                EventType.of(entry.event())
                        .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .orElse("an entry of type " + header.type());
        return kind
                + (header.receipt() == 0 ? "" : ", receipt " + header.receipt())
                + " of workstation "
                + header.workstation()
                + ", day "
                + header.businessDay()
                + ", at "
                + header.at().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                + amount(entry);
    }

    private static String amount(Entry entry) {
        if (entry.event() instanceof RetailTransaction sale)
            return told(sale.lines().size(), sale.total());
        if (entry.event() instanceof TrainingTransaction sale)
            return told(sale.lines().size(), sale.total());
        return "";
    }

    private static String told(int lines, Money total) {
        return ", " + lines + (lines == 1 ? " line, " : " lines, ") + total;
    }

    /** A receipt's code alone: what its device signed. */
    static Checked of(SignedHead code, PublicKeys keys) {
        NodeName device = code.journal().node();
        Optional<Verifier> key = keys.of(device);
        if (key.isEmpty()) return refused("no key of " + device + " was given");
        if (!code.isBy(key.get())) return refused(forged(device));
        Head head = code.head();
        return new Checked(
                true,
                List.of(
                        "proven: "
                                + device
                                + " signed that entry "
                                + head.sequence()
                                + " of its journal, epoch "
                                + code.journal().epoch()
                                + ", has the hash "
                                + head.hash(),
                        "what that entry says, and whether its day is closed, a proof tells:"
                                + " ./tidemark prove DIR '<this code>'"));
    }
}
