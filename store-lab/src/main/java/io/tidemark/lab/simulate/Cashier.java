package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.DeviceKind;
import io.tidemark.edge.record.Refusal;
import io.tidemark.lab.simulate.History.Written;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Stands at one till: opens the day, sells, closes. Whoever has no answer asks again with the same
 * id, and now and then asks again though there was one.
 */
final class Cashier {
    private static final long PATIENCE_MILLIS = 20_000;

    private final World world;
    private final TillSite site;
    private final SplittableRandom random;
    private final Wishes wishes;
    private final Notebook notebook;
    private final GatewayKnown known;
    private final Refusals refusals;
    private final Deque<Step> script = new ArrayDeque<>();
    private final long gapMillis;
    private @Nullable Question outstanding;
    private @Nullable Question answered;
    private boolean resting = true;
    private int exchanges;
    private int nights;
    private @Nullable Question oldest;
    private int madeAt;
    private boolean isDayBegun;

    /** What is left to do. */
    private enum Step {
        OPEN,
        TRADE,
        COUNT,
        CLOSE,
        /** Waits for the next business day. */
        NIGHT
    }

    /** What the till said. */
    sealed interface Reply {
        record Done(JournalId journal, long first, long last) implements Reply {}

        record Conflict() implements Reply {}

        record NoRoom() implements Reply {}

        record Refused(Refusal refusal) implements Reply {}
    }

    Cashier(World world, TillSite site, int transactions) {
        this.world = world;
        this.site = site;
        this.random = world.newRandom();
        this.notebook = new Notebook(world, site.workstation());
        this.known = new GatewayKnown(world.oracle().enquired(), notebook, site.workstation());
        this.refusals = new Refusals(world.calendar(), site.workplace().kind(), notebook);
        this.wishes = new Wishes(world, site, random, notebook);
        this.gapMillis = gapMillis(world.calendar(), transactions);
        plan(world.calendar().daysLeft(), transactions);
    }

    /** Whoever has another day to come is done with this one before it ends. */
    private static long gapMillis(Calendar calendar, int transactions) {
        long trading = World.TRADING_MILLIS / Math.max(1, transactions);
        return calendar.isLong() ? trading * 2 / 3 : trading;
    }

    private void plan(int days, int transactions) {
        for (int day = 0; day < days; day++) {
            if (day > 0) script.add(Step.NIGHT);
            if (!isHandheld()) script.add(Step.OPEN);
            int before = transactions * day / days;
            for (int i = before; i < transactions * (day + 1) / days; i++) script.add(Step.TRADE);
            if (!isHandheld() || random.nextInt(4) > 0) closeLater();
        }
    }

    /** Whose day begins by itself, and who may forget to end it. */
    private boolean isHandheld() {
        return site.workplace().kind() == DeviceKind.HANDHELD;
    }

    private void closeLater() {
        if (!isHandheld()) script.add(Step.COUNT);
        script.add(Step.CLOSE);
    }

    boolean isDone() {
        return script.isEmpty() && outstanding == null;
    }

    /**
     * What was asked last may be asked again, although the till it was asked at is another one now
     * and may record it once more.
     */
    void tillWasExchanged() {
        exchanges++;
        notebook.forget();
        Question asked = outstanding == null ? answered : outstanding;
        outstanding = null;
        if (asked != null && random.nextBoolean()) askAnew(asked);
        if (script.peek() == Step.NIGHT) {
            script.addFirst(Step.CLOSE);
            if (!isHandheld()) script.addFirst(Step.COUNT);
        } else if (!script.contains(Step.CLOSE)) closeLater();
        if (!isHandheld()) script.addFirst(Step.OPEN);
        wakeUp();
    }

    /** At a workstation whose day has begun, or is over, at another till. */
    void takesOver() {
        exchanges++;
    }

    /** Goes to another till, with as many transactions left to do. */
    int leave() {
        int left = (int) script.stream().filter(step -> step == Step.TRADE).count();
        script.clear();
        outstanding = null;
        return left;
    }

    void begin() {
        wakeUp();
    }

    private void wakeUp() {
        if (!resting) return;
        resting = false;
        world.agenda().in(random.nextLong(2 * gapMillis + 1), this::next);
    }

    private void next() {
        resting = true;
        if (outstanding != null || script.isEmpty() || isNight()) return;
        Question question = question(script.poll());
        outstanding = question;
        madeAt = exchanges;
        ask(question);
    }

    /** There may be one more to wait for. */
    private boolean isNight() {
        while (script.peek() == Step.NIGHT && nights < world.calendar().nights()) {
            script.poll();
            nights++;
        }
        return script.isEmpty() || script.peek() == Step.NIGHT;
    }

    /** Another day; and somebody comes back with a receipt of weeks ago. */
    void morning() {
        if (oldest != null && exchanges == 0 && site.machine().node() instanceof TillNode till)
            till.ask(oldest);
        wakeUp();
    }

    private void ask(Question question) {
        if (site.machine().node() instanceof TillNode till) till.ask(question);
        world.agenda()
                .in(
                        PATIENCE_MILLIS,
                        () -> {
                            if (question.equals(outstanding)) ask(question);
                        });
    }

    void hear(Question question, Reply reply) {
        switch (reply) {
            case Reply.Done(JournalId journal, long first, long last) -> {
                world.oracle().answers().told(journal, question, first, last);
                if (notebook.isNew(question.id())) told(question, journal, first, last);
                if (question.isTrade()) answered = question;
                if (oldest == null) oldest = answered;
                if (random.nextInt(50) == 0) askAgain(question);
                if (random.nextInt(100) == 0) askAnother(question.id());
            }
            case Reply.NoRoom _ -> {
                return; // asked again when patience ends
            }
            case Reply.Refused(Refusal refusal) -> refused(question, refusal);
            case Reply.Conflict _ -> {
                if (question.equals(outstanding))
                    throw new Violation(
                            Check.SAME_ANSWER, "a conflict where the same was asked again");
            }
        }
        if (!question.equals(outstanding)) return;
        outstanding = null;
        wakeUp();
    }

    /** Written down as it was told; none of it may be what the till had to refuse. */
    private void told(Question question, JournalId journal, long first, long last) {
        isDayBegun = !(question.command().ask() instanceof Ask.CloseDay);
        if (isFresh(question))
            notebook.refusal(question)
                    .ifPresent(kind -> {
                        throw new Violation(
                                Check.REFUSED_TWICE,
                                site.workstation()
                                        + " recorded what it had to refuse as "
                                        + kind
                                        + ": "
                                        + question.command().ask());
                    });
        List<Written> written = world.oracle().history(journal).branches().getLast();
        for (long at = first; at <= last; at++) {
            Entry entry = EntryCodec.decode(written.get((int) at - 1).bytes());
            if (isFresh(question)) known.requireLawful(question, entry);
            notebook.told(journal, at, entry);
        }
    }

    /** Asked for the first time, of the till as it still is. */
    private boolean isFresh(Question question) {
        return question.equals(outstanding) && madeAt == exchanges;
    }

    private void refused(Question question, Refusal refusal) {
        Refusals.Since since =
                new Refusals.Since(
                        exchanges, question.equals(outstanding) && madeAt < exchanges, isDayBegun);
        boolean isAllowed =
                refusals.areExpected(question, refusal, since)
                        || known.explains(question, refusal.kind())
                        || notebook.refusal(question).filter(refusal.kind()::equals).isPresent();
        if (isAllowed && question.isTrade()) {
            if (question.equals(outstanding)) script.addFirst(Step.TRADE); // another in its stead
        } else if (!isAllowed && !refusals.isNoDay(question, refusal, since))
            throw new Violation(
                    Check.SAME_ANSWER,
                    site.workstation()
                            + " was refused "
                            + question.command().ask()
                            + ": "
                            + refusal.why());
    }

    private void askAnew(Question question) {
        world.oracle().answers().askedAnew(question.id());
        outstanding = question;
        world.agenda()
                .in(
                        PATIENCE_MILLIS,
                        () -> {
                            if (question.equals(outstanding)) ask(question);
                        });
    }

    private void askAgain(Question question) {
        int asked = exchanges;
        world.agenda()
                .in(
                        random.nextInt(30_000),
                        () -> {
                            if (site.machine().node() instanceof TillNode till
                                    && asked == exchanges) till.ask(question);
                        });
    }

    /** Under an id that was used: never recorded. */
    private void askAnother(CommandId used) {
        Question other = wishes.trade(used);
        if (site.machine().node() instanceof TillNode till) till.ask(other);
    }

    private Question question(Step step) {
        CommandId id = world.newCommand();
        return switch (step) {
            case OPEN -> wishes.open(id);
            case TRADE -> wishes.trade(id);
            case COUNT -> wishes.count(id);
            case CLOSE -> wishes.close(id);
            case NIGHT -> throw new IllegalStateException("nothing is asked at night");
        };
    }
}
