package io.tidemark.lab.simulate;

import io.tidemark.edge.sync.GatewayQuestions.Outcome;
import io.tidemark.lab.simulate.History.Written;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.question.Question;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What gateways replied, and what tills took for their gateway's word: a till believes what it was
 * told about what it asked, and no basket is promised to two tills by one who could know.
 */
final class Enquired {
    /** For which a gateway remembers whom it promised a basket. */
    private static final Duration PROMISED = Duration.ofMinutes(1);

    private final Histories histories;
    private final Copies copies;
    private final Map<Asked, List<Said>> said = new HashMap<>();
    private final Map<CommandId, List<Outcome>> told = new HashMap<>();
    private final Map<String, Promise> promises = new HashMap<>();
    private final Map<String, List<TakenUp>> takenUp = new HashMap<>();

    private int questions;
    private int replies;

    private record Asked(NodeName device, long id) {}

    private record Said(Subject subject, Reply reply) {}

    /**
     * @param by one process of a gateway: another one does not know of it
     */
    private record Promise(Object by, NodeName device, Instant since) {}

    private record TakenUp(JournalId journal, long sequence, EntryBytes entry) {}

    Enquired(Histories histories, Copies copies) {
        this.histories = histories;
        this.copies = copies;
    }

    /** A till recorded that it has a basket. */
    void tookUp(JournalId journal, long sequence, EntryBytes entry, BasketResumed basket) {
        takenUp.computeIfAbsent(basket.id(), _ -> new ArrayList<>())
                .add(new TakenUp(journal, sequence, entry));
    }

    void said(Object process, Machine gateway, NodeName device, Question question, Reply reply) {
        said.computeIfAbsent(new Asked(device, question.id()), _ -> new ArrayList<>())
                .add(new Said(question.subject(), reply));
        forget(gateway.now());
        if (reply instanceof Reply.BasketClaimed
                && question.subject() instanceof Subject.ClaimBasket(String basket)) {
            List<TakenUp> known = known(basket, gateway);
            if (known.isEmpty()) promised(basket, new Promise(process, device, gateway.now()));
            else requireIts(basket, device, known);
        }
    }

    /** What was forgotten while its clock was ahead stays forgotten. */
    private void forget(Instant now) {
        promises.values().removeIf(promise -> !promise.since().plus(PROMISED).isAfter(now));
    }

    private void promised(String basket, Promise now) {
        @Nullable Promise before = promises.put(basket, now);
        Violation.require(
                before == null
                        || !before.by().equals(now.by())
                        || before.device().equals(now.device()),
                Check.GIVEN_ONCE,
                () -> basket + " was promised " + before + " and " + now);
    }

    /** What the gateway has on its disk it knows. */
    private List<TakenUp> known(String basket, Machine gateway) {
        return takenUp.getOrDefault(basket, List.of()).stream()
                .filter(each -> isKnown(each, gateway))
                .toList();
    }

    private static void requireIts(String basket, NodeName device, List<TakenUp> known) {
        Violation.require(
                known.stream().anyMatch(each -> each.journal().node().equals(device)),
                Check.GIVEN_ONCE,
                () -> device + " was given " + basket + ", which had been taken up: " + known);
    }

    private boolean isKnown(TakenUp each, Machine gateway) {
        @Nullable Head held = copies.heldBy(gateway.name(), each.journal());
        if (held == null || held.sequence() < each.sequence()) return false;
        @Nullable List<Written> branch = histories.of(each.journal()).branchWith(held);
        return branch != null && branch.get((int) each.sequence() - 1).bytes().equals(each.entry());
    }

    /**
     * A till goes on with this.
     *
     * @param about the command that it decides with it
     */
    void believed(NodeName device, CommandId about, Question question, Outcome outcome) {
        told.computeIfAbsent(about, _ -> new ArrayList<>()).add(outcome);
        questions++;
        if (!(outcome instanceof Outcome.Answered(Reply reply))) return;
        replies++;
        List<Said> all = said.getOrDefault(new Asked(device, question.id()), List.of());
        Violation.require(
                all.stream()
                        .anyMatch(each ->
                                each.subject().equals(question.subject())
                                        && each.reply().equals(reply)),
                Check.BELIEVED,
                () -> device + " asked " + question + " and took for an answer " + reply);
    }

    /** That tills had, whether they were online or not. */
    int questions() {
        return questions;
    }

    /** That came in time. */
    int replies() {
        return replies;
    }

    /** All that the till went by when it decided this command, the last of it last. */
    List<Outcome> told(CommandId about) {
        return told.getOrDefault(about, List.of());
    }

    /** Whether the gateway ever gave the basket that this command asks for. */
    boolean isGiven(CommandId about) {
        return told(about).stream()
                .anyMatch(each ->
                        each instanceof Outcome.Answered(Reply reply)
                                && reply instanceof Reply.BasketClaimed);
    }
}
