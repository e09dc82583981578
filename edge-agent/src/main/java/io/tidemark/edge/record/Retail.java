package io.tidemark.edge.record;

import io.tidemark.ledger.event.AgeCheck;
import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a basket becomes: a sale, a return, nothing after all, or a lesson. */
final class Retail {
    private final Command command;
    private final Approving approving;
    private final Till till;
    private final CurrencyCode currency;
    private final Redeeming redeeming;

    Retail(Command command, Approving approving, Till till) {
        this.command = command;
        this.approving = approving;
        this.till = till;
        this.currency = till.workplace().currency();
        this.redeeming = new Redeeming(command, till.cards(), currency);
    }

    Event sale(Basket asked) {
        Pricing.Result.Priced goods = goods(asked);
        requireAge(asked, goods);
        Basket basket = redeeming.checked(asked);
        Settlement.Paid paid = settled(basket, goods);
        return new SaleCompleted(
                currency,
                paid.lines(),
                paid.tenders(),
                paid.change(),
                allowed(null, basket, goods));
    }

    Event returned(Basket asked) {
        Pricing.Result.Priced goods = goods(asked);
        requireNoTip(asked);
        Basket basket = redeeming.checked(asked);
        Settlement.Paid paid = settled(basket, goods);
        return new GoodsReturned(
                currency,
                paid.lines(),
                paid.tenders(),
                paid.change(),
                allowed(Approval.RETURN, basket, goods));
    }

    Event givenUp(Basket basket) {
        new Parking(command, till).requireTakenUp(basket);
        return new BasketVoided(
                currency, command.lines(), allowed(Approval.BASKET_VOID, basket, command.goods()));
    }

    /** Nobody has to allow what nobody gets. */
    Event training(Basket basket) {
        Settlement.Paid paid = settled(basket, command.goods());
        return new TrainingTransaction(
                currency,
                paid.lines(),
                paid.tenders(),
                paid.change(),
                details(basket, List.of(), command.goods()));
    }

    /** With the amounts of their receipts, where goods come back. */
    private Pricing.Result.Priced goods(Basket basket) {
        new Parking(command, till).requireTakenUp(basket);
        return new TakingBack(command, till.returned()).goods(basket);
    }

    /**
     * @throws NotAllowed if a supervisor is needed, or a reason
     */
    private TransactionDetails allowed(
            @Nullable String own, Basket basket, Pricing.Result.Priced goods) {
        if (command.authority().staff().isNamed()) requireReasons();
        List<Approving.Act> acts = new ArrayList<>(approving.acts(own, basket));
        if (redeeming.isGuessed())
            acts.add(Approving.Act.of(Approval.GIFT_CARD_UNCHECKED, basket.extras().reason()));
        return details(basket, approving.of(acts), goods);
    }

    private TransactionDetails details(
            Basket basket, List<Approval> approvals, Pricing.Result.Priced goods) {
        Basket.Extras extras = basket.extras();
        if (extras.equals(Basket.Extras.NONE) && approvals.isEmpty() && goods.discounts().isEmpty())
            return TransactionDetails.NONE;
        return new TransactionDetails(
                goods.discounts(),
                approvals,
                extras.voided(),
                extras.suspended(),
                extras.reason(),
                goods.sold().minimumAge() == 0 ? null : extras.age());
    }

    /** Before money is taken: goods that the customer may not have are not sold. */
    private void requireAge(Basket basket, Pricing.Result.Priced goods) {
        int needed = goods.sold().minimumAge();
        AgeCheck seen = basket.extras().age();
        if (needed > (seen == null ? 0 : seen.years()))
            throw new NotAllowed(
                    Refusal.Kind.AGE,
                    "something in the basket is sold from "
                            + needed
                            + " years on: look at the customer, or at a document, and say so"
                            + " (ageCheck), or take it out");
    }

    private static void requireNoTip(Basket basket) {
        if (basket.extras().tip() != null)
            throw new NotAllowed(
                    Refusal.Kind.CONTENT, "a tip goes with a sale, not with goods that come back");
    }

    private void requireReasons() {
        for (Line line : command.lines()) {
            LineDetails.PriceOverride override = line.details().override();
            if (override != null && override.reason().isBlank())
                throw new NotAllowed(
                        Refusal.Kind.CONTENT,
                        line.plu()
                                + " is "
                                + override.listed()
                                + " and not "
                                + line.price()
                                + ": say why it is sold at another price");
        }
        if (command.discounts().stream().anyMatch(discount -> discount.reason().isBlank()))
            throw new NotAllowed(
                    Refusal.Kind.CONTENT, "a discount needs a reason: say why it is given");
    }

    private Settlement.Paid settled(Basket basket, Pricing.Result.Priced goods) {
        Money tip = basket.extras().tip();
        List<Line> lines = new ArrayList<>(goods.lines());
        if (tip != null) lines.add(Kinds.tip(inOwn(tip)));
        return switch (Settlement.of(basket, lines, currency, goods.sold().trade())) {
            case Settlement.Paid paid -> paid;
            case Settlement.Unpaid(Refusal refusal) -> throw new NotAllowed(refusal);
        };
    }

    private Money inOwn(Money tip) {
        if (!tip.currency().equals(currency))
            throw new NotAllowed(
                    Refusal.Kind.CONTENT, "a tip is in " + currency + " here, not " + tip);
        return tip;
    }
}
