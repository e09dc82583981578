package io.tidemark.cloud.headoffice;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.tidemark.node.web.Refusal;
import java.time.LocalDate;

/**
 * Receipts of the stores for programs. Asking has them fetched; ask again until the state is
 * neither {@code waiting} nor {@code offline}.
 */
@Controller("/api/v1/stores/{store}")
final class ReceiptsController {
    private final ReceiptRequests receipts;

    ReceiptsController(ReceiptRequests receipts) {
        this.receipts = receipts;
    }

    /** The receipts of one till that a close-down took in. */
    @Get("/days/{day}/{supplement}/receipts/{device}/{epoch}")
    ReceiptsJson list(String store, LocalDate day, int supplement, String device, int epoch) {
        ReceiptRequests.Part part =
                receipts.part(store, day, supplement, device, epoch)
                        .orElseThrow(() ->
                                notFound(
                                        "store "
                                                + store
                                                + " has filed no such close-down of "
                                                + day
                                                + " with a part of "
                                                + device));
        return ReceiptsJson.of(receipts.list(part), part);
    }

    /** One entry of a device's journal, with its proof. */
    @Get("/receipts/{device}/{epoch}/{sequence}")
    ReceiptsJson one(String store, String device, int epoch, long sequence) {
        ReceiptRequests.Asked asked =
                receipts.asked(store, device, epoch, sequence)
                        .orElseThrow(() ->
                                notFound(
                                        "the roster has no device '"
                                                + device
                                                + "' in a store '"
                                                + store
                                                + "'"));
        return ReceiptsJson.of(receipts.one(asked), null);
    }

    private static Refusal notFound(String why) {
        return new Refusal(HttpStatus.NOT_FOUND, why);
    }
}
