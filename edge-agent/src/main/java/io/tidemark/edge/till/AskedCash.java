package io.tidemark.edge.till;

import static io.tidemark.edge.till.Asked.checked;
import static io.tidemark.edge.till.Asked.each;
import static io.tidemark.edge.till.Asked.id;
import static io.tidemark.edge.till.Asked.operator;
import static io.tidemark.edge.till.Asked.orEmpty;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Confirming;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.people.Claim;
import io.tidemark.node.web.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an ask of a request about the drawer, or refuses it with what is wrong. */
final class AskedCash {
    private AskedCash() {}

    static Ask.OpenDay open(Requests.OpenDay request) {
        return checked(() ->
                new Ask.OpenDay(
                        id(request.commandId()),
                        operator(request.operator()),
                        each("float", request.cashFloat(), Amount::toMoney),
                        confirming(request.confirmation())));
    }

    static Ask.MoveCash move(CashMovement.Kind kind, Requests.MoveCash request) {
        return checked(() ->
                new Ask.MoveCash(
                        id(request.commandId()),
                        operator(request.operator()),
                        new CashMovement(
                                        kind,
                                        AtField.read("amount", request.amount()::toMoney),
                                        orEmpty(request.reason()))
                                .costing(cost(request)),
                        Asked.approver(request.approval()),
                        confirming(request.confirmation())));
    }

    private static @Nullable Money cost(Requests.MoveCash request) {
        Amount cost = request.cost();
        return cost == null ? null : AtField.read("cost", cost::toMoney);
    }

    static Ask.ConfirmCash confirm(CashRequests.ConfirmCash request) {
        return checked(() ->
                new Ask.ConfirmCash(
                        id(request.commandId()),
                        operator(request.operator()),
                        AtField.read("movement", () -> id(request.movement())),
                        confirmed(request.confirmation())));
    }

    static Ask.Settle settle(CashRequests.Settle request) {
        return checked(() ->
                new Ask.Settle(
                        id(request.commandId()),
                        operator(request.operator()),
                        orEmpty(request.reason()),
                        Asked.approver(request.approval())));
    }

    static Ask.Count count(CashRequests.Count request) {
        return checked(() ->
                new Ask.Count(
                        id(request.commandId()),
                        operator(request.operator()),
                        each("counted", request.counted(), AskedCash::counted)));
    }

    static Ask.CopyZ copyZ(long number, Requests.Plain request) {
        return checked(
                () -> new Ask.CopyZ(id(request.commandId()), operator(request.operator()), number));
    }

    /** Whose PIN came with it; who confirms without one is signed on, or is refused. */
    static List<Claim> claims(CashRequests.@Nullable Confirmation confirmation) {
        return confirmation == null || orEmpty(confirmation.pin()).isEmpty()
                ? List.of()
                : List.of(new Claim(confirmation.by(), orEmpty(confirmation.pin())));
    }

    private static @Nullable Confirming confirming(CashRequests.@Nullable Confirmation request) {
        return request == null ? null : confirmed(request);
    }

    private static Confirming confirmed(CashRequests.Confirmation request) {
        return AtField.read(
                "confirmation",
                () ->
                        new Confirming(
                                request.by(),
                                each("amounts", request.amounts(), Amount::toMoney),
                                orEmpty(request.note())));
    }

    private static CountedTender counted(CashRequests.Counted counted) {
        TenderType tender = AtField.read("tender", () -> new TenderType(counted.tender()));
        CurrencyCode currency =
                AtField.read("currency", () -> new CurrencyCode(counted.currency()));
        List<CountedTender.Pieces> pieces =
                each("pieces", counted.pieces(), each -> pieces(each, currency));
        Long minor = counted.minor();
        if (minor == null && pieces.isEmpty())
            throw new IllegalArgumentException(
                    "give minor, the amount, or pieces, the coins and notes that it is");
        return new CountedTender(
                tender, new Money(minor == null ? sum(pieces) : minor, currency), pieces);
    }

    private static CountedTender.Pieces pieces(CashRequests.Pieces asked, CurrencyCode currency) {
        CountedTender.Pieces pieces = new CountedTender.Pieces(asked.face(), asked.count());
        Denominations.of(currency).require(pieces);
        return pieces;
    }

    private static long sum(List<CountedTender.Pieces> pieces) {
        return pieces.stream().mapToLong(CountedTender.Pieces::minor).reduce(0, Math::addExact);
    }
}
