package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Decision;
import io.tidemark.edge.record.Recorded;
import io.tidemark.edge.sync.GatewayQuestions.Outcome;
import io.tidemark.lab.simulate.ReceiptLookUp.Looked;
import io.tidemark.ledger.Release;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.question.Subject;
import io.tidemark.ledger.retention.Released;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A till's process: decides, appends, forces, answers, and sends. */
final class TillNode implements Node, BesideAnswers {
    private static final int PRUNE_MILLIS = 14_000;
    private static final int GROUP_MILLIS = 3;

    private final Machine machine;
    private final TillSite site;
    private final Keys keys;
    private final TillLives lives;
    private final Journal journal;
    private final SyncLink link;
    private final TillQuestions questions;
    private final Released released;
    private final List<LookedUp> waiting = new ArrayList<>();

    /**
     * @param told what the gateway said; that it is not reached where it was not asked
     */
    private record LookedUp(Question question, Outcome told) {}

    /** An answer that may leave once the group is forced. */
    private record Answered(Question question, Cashier.Reply reply) {}

    TillNode(Machine machine, TillSite site) {
        this.machine = machine;
        this.site = site;
        this.keys = machine.world().keysOf(machine);
        this.lives = new TillLives(machine, site);
        this.journal = lives.newest();
        this.link =
                new SyncLink(
                        machine,
                        machine.world().wireOf(machine),
                        journal,
                        SyncLink.noteIn(machine, journal.id()),
                        this);
        this.questions = new TillQuestions(machine, link);
        this.released =
                new Released(
                        journal,
                        machine.world().gateway().name(),
                        keys.verifierOf(machine.world().gateway().name()));
        machine.later(0, link::pump);
        if (machine.world().calendar().isLong()) machine.later(PRUNE_MILLIS, this::prune);
    }

    @Override
    public void connected() {
        released.forget();
    }

    @Override
    public void dropped() {
        questions.dropped();
    }

    @Override
    public void replied(byte[] answered) {
        questions.replied(answered);
    }

    @Override
    public void released(Release told) {
        released.take(told);
    }

    private void prune() {
        machine.later(PRUNE_MILLIS, this::prune);
        released.next(
                        machine.world().calendar().atTills(),
                        new Released.Sent(link.marked(), link.isQuarantined()),
                        site.workplace().businessDayAt(machine.businessNow()))
                .ifPresent(due -> new Pruning(machine).prune(journal, due));
    }

    /** Kept for good before it is acted on: the next start goes on in the next epoch. */
    @Override
    public void granted(Continuation offered) {
        if (!lives.fits(offered)) return;
        lives.keep(offered);
        machine.restart();
    }

    /** Of all its lives. */
    List<Journal> journals() {
        return lives.all();
    }

    Journal journal() {
        return journal;
    }

    boolean isOnline() {
        return link.isOnline();
    }

    /** What was recorded before is not looked up again. */
    void ask(Question question) {
        Optional<Subject> lookedUp = question.lookedUp();
        if (lookedUp.isEmpty() || lives.till().recorded(question.command().ask()).isPresent())
            take(new LookedUp(question, new Outcome.Offline()));
        else
            questions.ask(
                    question.id(), lookedUp.get(), told -> take(new LookedUp(question, told)));
    }

    private void take(LookedUp question) {
        waiting.add(question);
        if (waiting.size() == 1)
            machine.later(1 + machine.random().nextInt(GROUP_MILLIS), this::write);
    }

    private void write() {
        List<Answered> answers = new ArrayList<>();
        for (LookedUp each : waiting) answers.add(new Answered(each.question(), decide(each)));
        waiting.clear();
        machine.world().parts().force(journal, keys.signer());
        machine.later(
                1,
                () -> answers.forEach(each -> site.cashier().hear(each.question(), each.reply())));
        link.pump();
    }

    private Cashier.Reply decide(LookedUp question) {
        return switch (decided(question)) {
            case Decision.Append(List<Entry> entries) ->
                    machine.disk().isFull() ? new Cashier.Reply.NoRoom() : append(entries);
            case Decision.Repeated(Recorded before) ->
                    new Cashier.Reply.Done(before.journal(), before.first(), before.last());
            case Decision.Conflict _ -> new Cashier.Reply.Conflict();
            case Decision.Refused(var refusal) -> new Cashier.Reply.Refused(refusal);
            case Decision.RefusedOnRecord(var refusal, Entry asked) -> {
                if (!machine.disk().isFull()) append(List.of(asked));
                yield new Cashier.Reply.Refused(refusal);
            }
        };
    }

    private Decision decided(LookedUp each) {
        Question question = each.question();
        if (question.lookedUp().isEmpty()) return decided(question.command());
        return lives.till()
                .recorded(question.command().ask())
                .orElseGet(() -> withWhatIsKnown(question, each.told()));
    }

    private Decision withWhatIsKnown(Question question, Outcome told) {
        ReceiptLookUp here =
                new ReceiptLookUp(
                        lives.all(), site.workstation(), machine.world().parts()::cameBack);
        return switch (here.about(question, told)) {
            case Looked.Up(Command command) -> decided(command);
            case Looked.Lacking(var refusal) -> new Decision.Refused(refusal);
        };
    }

    private Decision decided(Command command) {
        return machine.world().parts().decide(lives.till(), command, machine.businessNow());
    }

    private Cashier.Reply append(List<Entry> entries) {
        long first = journal.head().sequence() + 1;
        for (Entry entry : entries) lives.append(EntryCodec.encode(entry));
        return new Cashier.Reply.Done(journal.id(), first, journal.head().sequence());
    }

    @Override
    public void receive(Wire wire, Parcel parcel) {
        link.receive(parcel);
    }
}
