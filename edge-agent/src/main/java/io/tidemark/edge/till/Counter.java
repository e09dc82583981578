package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.AskedDiscount;
import io.tidemark.edge.record.Authority;
import io.tidemark.edge.record.Basket;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Found;
import io.tidemark.edge.record.GoodsLookUp;
import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.Pricing;
import io.tidemark.edge.record.Refusal;
import io.tidemark.edge.record.Staff;
import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.ledger.masterdata.OperatorRole;
import io.tidemark.node.people.Claim;
import io.tidemark.node.people.PinCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has asks priced and recorded, and answers: the same to the same, whenever it is asked again. */
public final class Counter {
    /** The executor that commands come on: its threads may decide and force for themselves. */
    public static final String THREADS = "counter";

    private static final String REPEATED = "Tidemark-Repeated";

    private static final Refusal WRONG_PIN =
            new Refusal(Refusal.Kind.PIN, "the number or the PIN is wrong: try again");

    private static final Refusal SUPERVISOR_NEEDED =
            new Refusal(
                    Refusal.Kind.APPROVAL,
                    "what should be in the drawer is shown before it is counted to supervisors"
                            + " only: have one enter number and PIN, and ask again");

    private final Desks desks;
    private final PinCheck pins;

    public Counter(Desks desks, PinCheck pins) {
        this.desks = desks;
        this.pins = pins;
    }

    /** Records what nobody has to prove who they are for. */
    <T> HttpResponse<T> record(Ask ask, Function<Outcome.Done, T> answer) {
        return record(ask, List.of(), answer);
    }

    /**
     * What was recorded before needs no prices and no PINs: both may have changed since.
     *
     * @param claims whose PIN came with it
     */
    <T> HttpResponse<T> record(Ask ask, List<Claim> claims, Function<Outcome.Done, T> answer) {
        TillDesk desk = desks.now();
        boolean isPlain = claims.isEmpty() && ask.basket() == null;
        Optional<Outcome> before =
                isPlain ? Optional.empty() : now(() -> desk.recorder().find(ask));
        return told(
                before.orElseGet(() -> recorded(command(ask, claims, here(ask, desk), desk), desk)),
                answer);
    }

    private static Found here(Ask ask, TillDesk desk) {
        Basket basket = ask.basket();
        if (basket == null) return Found.NONE;
        return LookedUp.originalsHere(basket, desk).with(LookedUp.cards(basket, desk));
    }

    /** Looks something up for a command, and may ask the gateway. */
    interface Looking {
        Found look(TillDesk desk);
    }

    /** The same, with what is looked up for it; what was recorded before needs none of it. */
    <T> HttpResponse<T> record(
            Ask ask, List<Claim> claims, Looking looking, Function<Outcome.Done, T> answer) {
        TillDesk desk = desks.now();
        Optional<Outcome> before = now(() -> desk.recorder().find(ask));
        return told(
                before.orElseGet(
                        () -> recorded(command(ask, claims, looking.look(desk), desk), desk)),
                answer);
    }

    /** Looks something up that only one device of the store is given, and may not need it then. */
    interface Claiming extends Looking {
        /** What would be found if it were given. */
        Found hoped(TillDesk desk);

        /**
         * This command was certainly not recorded, as it may be where the disk broke: another
         * device may have it. Called once at most, and never waits.
         */
        void giveBack(TillDesk desk);
    }

    /** Claims it only if the command would be recorded with it. */
    <T> HttpResponse<T> claim(Ask ask, Claiming claiming, Function<Outcome.Done, T> answer) {
        TillDesk desk = desks.now();
        Optional<Outcome> before = now(() -> desk.recorder().find(ask));
        return told(before.orElseGet(() -> claimed(ask, claiming, desk)), answer);
    }

    private Outcome claimed(Ask ask, Claiming claiming, TillDesk desk) {
        Command hoped = command(ask, List.of(), claiming.hoped(desk), desk);
        Optional<Refusal> refusal = now(() -> desk.recorder().refusal(hoped));
        if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
        Outcome outcome = recorded(looked(ask, claiming, desk), desk);
        if (!(outcome instanceof Outcome.Done)) claiming.giveBack(desk);
        return outcome;
    }

    private Command looked(Ask ask, Claiming claiming, TillDesk desk) {
        try {
            return command(ask, List.of(), claiming.look(desk), desk);
        } catch (RuntimeException | Error e) {
            claiming.giveBack(desk);
            throw e;
        }
    }

    /** Tells what was done with goods, and what was looked up for it. */
    interface OfGoods<T> {
        /**
         * @param found null where it was recorded before: that needs no catalogue
         */
        T of(Outcome.Done done, GoodsLookUp.Result.@Nullable Found found);
    }

    /** Records what is done with goods. */
    <T> HttpResponse<T> record(
            Ask ask, Function<GoodsLookUp, GoodsLookUp.Result> lookUp, OfGoods<T> answer) {
        TillDesk desk = desks.now();
        Optional<Outcome> before = now(() -> desk.recorder().find(ask));
        if (before.isPresent()) return told(before.get(), done -> answer.of(done, null));
        GoodsLookUp.Result.Found found = found(lookUp, desk);
        Authority authority = new Authority(desk.staff(), Set.of());
        return told(
                recorded(Command.of(ask, found, authority), desk), done -> answer.of(done, found));
    }

    private static GoodsLookUp.Result.Found found(
            Function<GoodsLookUp, GoodsLookUp.Result> lookUp, TillDesk desk) {
        var catalogue =
                new GoodsLookUp(
                        desk.catalogues().current(),
                        desk.workplace().currency(),
                        new CostsAsked(desk));
        return switch (lookUp.apply(catalogue)) {
            case GoodsLookUp.Result.Found found -> found;
            case GoodsLookUp.Result.NotFound(var refusal) -> throw RefusalTold.of(refusal);
        };
    }

    /** Adds to a command what the tables know of the paper that it is about. */
    interface Finding {
        Command find(Command plain, TillDesk desk);
    }

    /** Prints a receipt or a till Z again, once it was found. */
    <T> HttpResponse<T> copy(Ask ask, Finding finding, Function<Outcome.Done, T> answer) {
        TillDesk desk = desks.now();
        Optional<Outcome> before = now(() -> desk.recorder().find(ask));
        return told(before.orElseGet(() -> copied(ask, finding, desk)), answer);
    }

    private Outcome copied(Ask ask, Finding finding, TillDesk desk) {
        return recorded(finding.find(command(ask, List.of(), Found.NONE, desk), desk), desk);
    }

    private Outcome recorded(Command command, TillDesk desk) {
        return now(() -> desk.recorder().recordNow(command));
    }

    private Command command(Ask ask, List<Claim> claims, Found found, TillDesk desk) {
        Staff staff = desk.staff();
        Authority authority = new Authority(staff, proven(claims, staff));
        Basket basket = ask.basket();
        Command plain =
                basket == null
                        ? Command.of(ask, authority)
                        : new Command(ask, price(basket, found, desk), authority);
        return plain.with(found);
    }

    /**
     * Somebody looks at what a cashier may not see.
     *
     * @throws io.tidemark.node.web.Refusal unless who allows it is a supervisor and their PIN is
     *     right; never where the master data name no operators
     */
    void requireSupervisor(Requests.@Nullable Approval approval) {
        CounterThreads.requireOne();
        Staff staff = desks.now().staff();
        if (!staff.isNamed()) return;
        for (String number : proven(Asked.claims(approval), staff))
            if (staff.find(number).map(Operator::role).filter(OperatorRole::mayApprove).isPresent())
                return;
        throw RefusalTold.of(SUPERVISOR_NEEDED);
    }

    private Set<String> proven(List<Claim> claims, Staff staff) {
        if (!staff.isNamed()) return Set.of();
        Set<String> proven = new HashSet<>();
        for (Claim claim : claims)
            if (pins.isRight(staff.operators(), claim)) proven.add(claim.number());
            else throw RefusalTold.of(WRONG_PIN);
        return proven;
    }

    /** What a basket of goods that come back would be taken back for. */
    Pricing.Result.Priced quote(Ask.TakeBack ask) {
        TillDesk desk = desks.now();
        Command command = command(ask, List.of(), LookedUp.originals(ask.basket(), desk), desk);
        return saleable(now(() -> desk.recorder().quote(command, ask.basket())));
    }

    /** Said before the customer pays, so that is when a full disk must be told. */
    Pricing.Result.Priced offer(List<BasketLine> lines, List<AskedDiscount> discounts) {
        CounterThreads.requireOne();
        TillDesk desk = desks.now();
        desk.recorder()
                .refusesSales()
                .ifPresent(why -> {
                    throw RefusalTold.of(why);
                });
        return saleable(pricing(desk).price(lines, discounts));
    }

    private static Pricing.Result.Priced price(Basket basket, Found found, TillDesk desk) {
        return saleable(
                new Pricing(desk.catalogues().current(), desk.workplace().currency(), found.sold())
                        .price(basket));
    }

    private static Pricing pricing(TillDesk desk) {
        return new Pricing(desk.catalogues().current(), desk.workplace().currency());
    }

    private static Pricing.Result.Priced saleable(Pricing.Result result) {
        return switch (result) {
            case Pricing.Result.Priced priced -> priced;
            case Pricing.Result.Unsaleable(var refusal) -> throw RefusalTold.of(refusal);
        };
    }

    private static <T> HttpResponse<T> told(Outcome outcome, Function<Outcome.Done, T> answer) {
        return switch (outcome) {
            case Outcome.Done done -> {
                MutableHttpResponse<T> response = HttpResponse.created(answer.apply(done));
                yield done.repeated() ? response.header(REPEATED, "true") : response;
            }
            case Outcome.Conflict(long sequence) -> throw RefusalTold.reused(sequence);
            case Outcome.Refused(var refusal) -> throw RefusalTold.of(refusal);
        };
    }

    private interface Answer<T> {
        T get() throws InterruptedException, ExecutionException;
    }

    /** Waits on the request's own thread, which nobody else needs. */
    private static <T> T now(Answer<T> answer) {
        CounterThreads.requireOne();
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) throw refused;
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RefusalTold.stopping();
        }
    }
}
