package io.tidemark.fog.dashboard;

import io.tidemark.fog.ledger.GatewayBaskets;
import io.tidemark.fog.ledger.GatewayCards;
import io.tidemark.fog.ledger.GatewayReturns;
import io.tidemark.fog.ledger.StockTables;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Where this gateway's pages show one thing. A workstation may be called anything, as may an
 * article, so whatever stands in an address is encoded, and only here.
 */
public final class Address {
    private Address() {}

    public static String receipt(OriginalReceipt receipt) {
        return receipt(receipt.day(), receipt.workstation(), receipt.receipt());
    }

    public static String receipt(OriginalLine line) {
        return receipt(line.day(), line.workstation(), line.receipt());
    }

    public static String receipt(GatewayReturns.Return returned) {
        return receipt(returned.day(), returned.workstation(), returned.receipt());
    }

    public static String receipt(GatewayCards.Move move) {
        return receipt(move.day(), move.workstation(), move.receipt());
    }

    public static String receipt(GatewayBaskets.Paid paid) {
        return receipt(paid.day(), paid.workstation(), paid.receipt());
    }

    static String receipt(StockTables.Movement movement) {
        return receipt(movement.day(), movement.workstation(), movement.receipt());
    }

    static String receipt(LocalDate day, String workstation, long number) {
        return "/receipts/" + day + "/" + inPath(workstation) + "/" + number;
    }

    /**
     * @param id of a receipt
     */
    static String proof(String id) {
        return "/proofs?receipt=" + inQuery(id);
    }

    /** The same as a file, of a receipt by its id or its code. */
    public static String proofText(String receipt) {
        return "/proofs/text?receipt=" + inQuery(receipt);
    }

    static String day(LocalDate day) {
        return "/?day=" + day;
    }

    static String article(String plu) {
        return "/stock/" + inPath(plu);
    }

    public static String device(String label) {
        return "/fleet/devices/" + inPath(label);
    }

    static String fork(String id) {
        return "/forks/" + inPath(id);
    }

    private static String inPath(String text) {
        return inQuery(text).replace("+", "%20");
    }

    static String inQuery(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
