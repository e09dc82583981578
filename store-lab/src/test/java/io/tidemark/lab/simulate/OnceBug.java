package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Basket;
import io.tidemark.edge.record.CardKnown;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Decision;
import io.tidemark.edge.record.Found;
import io.tidemark.edge.record.Refusal;
import io.tidemark.edge.record.Till;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Bugs by which a till does again what was done, without its gateway. */
enum OnceBug implements PlantedBug {
    SKIP_THE_DUPLICATE_CHECK_AT_THE_TILL {
        @Override
        public Decision decide(Till till, Command command, Instant now) {
            Decision decision = till.decide(command, now);
            if (!(decision instanceof Decision.Repeated)
                    || !(command.ask()
                            instanceof Ask.Sell(CommandId id, String operator, var basket, var _)))
                return decision;
            UUID other = new UUID(id.value().getMostSignificantBits(), 1);
            Ask again = new Ask.Sell(new CommandId(other), operator, basket);
            return till.decide(
                    new Command(again, command.lines(), command.masterDataVersion()), now);
        }
    },
    TAKE_A_LINE_BACK_TWICE {
        @Override
        public Decision decide(Till till, Command command, Instant now) {
            return anyway(super.decide(till, command, now), till, unchecked(command), now);
        }
    },
    UNDO_A_RECEIPT_TWICE {
        @Override
        public Decision decide(Till till, Command command, Instant now) {
            return anyway(super.decide(till, command, now), till, ofAnother(command), now);
        }
    },
    SPEND_A_GIFT_CARD_TWICE {
        @Override
        public Decision decide(Till till, Command command, Instant now) {
            Decision decision = super.decide(till, command, now);
            boolean isSpent =
                    decision instanceof Decision.Refused(var refusal)
                            && refusal.kind() == Refusal.Kind.GIFT_CARD
                            && command.ask() instanceof Ask.Sell;
            return isSpent ? till.decide(withFullCards(command), now) : decision;
        }
    };

    /** As if the gateway knew of more that came onto its cards. */
    private static Command withFullCards(Command command) {
        Map<String, CardKnown> full = new HashMap<>();
        for (Tender tender : Objects.requireNonNull(command.ask().basket()).tenders()) {
            CardUse card = tender.card();
            if (card == null) continue;
            CardMovement loaded =
                    new CardMovement(card.number(), 2 * tender.amount().minor() + 1_000_000, 0);
            full.put(card.number(), new CardKnown(new CardMovement(card.number(), 0, 0), loaded));
        }
        return command.with(command.found().with(full));
    }

    /** What the till refused, since it was done before, goes through in another guise. */
    private static Decision anyway(
            Decision decision, Till till, Optional<Command> guise, Instant now) {
        if (guise.isEmpty()
                || !(decision instanceof Decision.Refused(var refusal))
                || refusal.kind() != Refusal.Kind.RETURNED) return decision;
        return till.decide(guise.get(), now);
    }

    /** As if the receipt could not be looked at. */
    private static Optional<Command> unchecked(Command command) {
        if (!(command.ask() instanceof Ask.TakeBack back)) return Optional.empty();
        Money total = Money.sum(currency(command), command.lines(), Line::gross);
        Basket basket =
                new Basket(
                        back.basket().lines(),
                        List.of(Tender.of(TenderType.CARD, total)),
                        null,
                        new Basket.Extras(List.of(), null, "", null, true));
        return Optional.of(
                new Command(
                        new Ask.TakeBack(back.id(), back.operator(), basket),
                        command.goods(),
                        command.authority()));
    }

    private static CurrencyCode currency(Command command) {
        return command.lines().getFirst().gross().currency();
    }

    /** As if it were another receipt. */
    private static Optional<Command> ofAnother(Command command) {
        Found.Undone undone = command.found().undone();
        if (undone == null) return Optional.empty();
        OriginalReceipt of = undone.receipt();
        return Optional.of(
                command.with(
                        Found.undoing(
                                new Found.Undone(
                                        new OriginalReceipt(
                                                of.store(),
                                                of.workstation(),
                                                of.day(),
                                                of.receipt() + 1_000),
                                        undone.given(),
                                        ""))));
    }
}
