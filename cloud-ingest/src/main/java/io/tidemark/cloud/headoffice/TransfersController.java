package io.tidemark.cloud.headoffice;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.cloud.transfers.Transfer;
import io.tidemark.cloud.transfers.TransferEnd;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.node.web.Amount;
import io.tidemark.node.web.Refusal;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goods between stores, as JSON. */
@Controller("/api/v1/transfers")
final class TransfersController {
    private final Overview overview;

    TransfersController(Overview overview) {
        this.overview = overview;
    }

    /**
     * @param status NO_SUCH_STORE, RECEIVED_TWICE, NOT_SENT, RECEIVED_OTHERWISE, IN_TRANSIT or
     *     RECEIVED
     * @param differences received less sent; none where only one end has told
     */
    @Serdeable.Serializable
    record TransferJson(
            String number,
            String from,
            String to,
            String status,
            List<EndJson> sent,
            List<EndJson> received,
            List<DifferenceJson> differences) {
        static TransferJson of(Transfer transfer) {
            return new TransferJson(
                    transfer.number(),
                    transfer.from(),
                    transfer.to(),
                    transfer.status().name(),
                    transfer.sent().stream().map(EndJson::of).toList(),
                    transfer.received().stream().map(EndJson::of).toList(),
                    transfer.differences().stream().map(DifferenceJson::of).toList());
        }
    }

    /**
     * What one store told.
     *
     * @param entry of the device: store, device, epoch and sequence
     * @param cost what the transfer carries, of those lines that know it
     */
    @Serdeable.Serializable
    record EndJson(
            String store,
            String entry,
            String businessDay,
            OffsetDateTime at,
            String operator,
            @Nullable Amount cost,
            List<LineJson> lines) {
        static EndJson of(TransferEnd end) {
            return new EndJson(
                    end.store(),
                    end.entry(),
                    end.day().toString(),
                    end.at(),
                    end.operator(),
                    end.cost().map(Amount::of).orElse(null),
                    end.lines().stream().map(LineJson::of).toList());
        }
    }

    @Serdeable.Serializable
    record LineJson(
            String plu, String description, String quantity, String unit, @Nullable Amount cost) {
        static LineJson of(TransferEnd.Line line) {
            Money cost = line.cost();
            return new LineJson(
                    line.plu(),
                    line.description(),
                    decimal(line.thousandths()),
                    line.unit().code(),
                    cost == null ? null : Amount.of(cost));
        }
    }

    /**
     * @param quantity below zero what is short
     */
    @Serdeable.Serializable
    record DifferenceJson(String plu, String description, String quantity, String unit) {
        static DifferenceJson of(Transfer.Difference difference) {
            return new DifferenceJson(
                    difference.plu(),
                    difference.description(),
                    decimal(difference.thousandths()),
                    difference.unit().code());
        }
    }

    /**
     * What needs a look first, then what is on its way, then what is settled.
     *
     * @param status only those of it, such as in_transit
     */
    @Get
    List<TransferJson> transfers(@QueryValue @Nullable String status) {
        Transfer.@Nullable Status wanted = status == null ? null : of(status);
        return overview.transfers().stream()
                .filter(transfer -> wanted == null || transfer.status() == wanted)
                .map(TransferJson::of)
                .toList();
    }

    private static Transfer.Status of(String status) {
        String name = status.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Transfer.Status.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                HttpStatus.BAD_REQUEST,
                                "status is one of "
                                        + Arrays.stream(Transfer.Status.values())
                                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                                .collect(Collectors.joining(", "))
                                        + ", not '"
                                        + status
                                        + "'"));
    }

    private static String decimal(long thousandths) {
        return BigDecimal.valueOf(thousandths, Quantity.PLACES_MAX).toPlainString();
    }
}
