package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.retail.People;
import io.tidemark.lab.shop.NodeApi.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Makes people and terms known as head office does it: tables of who works there, of what only a
 * supervisor may allow, of how cash is rounded, and of the currencies that are taken and exchanged
 * are imported and published, beside the catalogue that is there already. From then on nobody sells
 * who has not signed on.
 */
public final class Employing {
    private final Laboratory laboratory;

    public Employing(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    /** Returns once every device knows them. */
    public void everybody(HouseTables tables) {
        try {
            String id = "/api/v1/master-data/imports/" + UUID.randomUUID();
            done(headOffice().putText(id + "/operators", operators()));
            done(headOffice().putText(id + "/rules", rules()));
            for (Map.Entry<String, String> table : tables.all().entrySet())
                done(headOffice().putText(id + "/" + table.getKey(), table.getValue()));
            done(headOffice().post(id, NodeApi.JSON.createObjectNode()));
            JsonNode published =
                    done(
                            headOffice()
                                    .post(
                                            "/api/v1/master-data/publish",
                                            NodeApi.JSON.createObjectNode()));
            awaitKnown(published.path("version").asLong());
        } catch (IOException e) {
            throw new UncheckedIOException("head office did not answer the import of people", e);
        }
    }

    private void awaitKnown(long version) {
        for (LabTill device : laboratory.devices())
            Patience.until(
                    device.name() + " to know who works there",
                    () -> device.status().masterDataVersion() >= version);
    }

    private NodeApi headOffice() {
        return laboratory.headOfficeApi();
    }

    private static JsonNode done(Answer answer) {
        if (answer.status() >= 300)
            throw new LabFailed("head office refused the people: " + answer.problem());
        return answer.body();
    }

    private static String operators() {
        StringBuilder csv = new StringBuilder("number,name,role,pin\n");
        for (People.Operator one : People.ALL)
            csv.append(one.number())
                    .append(',')
                    .append(one.name())
                    .append(',')
                    .append(one.role().name().toLowerCase(Locale.ROOT))
                    .append(',')
                    .append(one.pin())
                    .append('\n');
        return csv.toString();
    }

    private static String rules() {
        StringBuilder csv = new StringBuilder("act,alone\n");
        for (String act : People.APPROVED)
            csv.append(act)
                    .append(',')
                    .append(act.equals("DISCOUNT") ? People.DISCOUNT_ALONE_PERCENT : "")
                    .append('\n');
        return csv.toString();
    }
}
