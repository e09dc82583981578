package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.SourceTotals;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.StoreOutcome;

/** The outcome as one line of JSON. */
final class JsonReport {
    private JsonReport() {}

    static String of(Outcome outcome) {
        ObjectNode json = NodeApi.JSON.createObjectNode();
        ArrayNode stores = json.putArray("stores");
        outcome.stores().forEach(store -> stores.add(store(outcome, store)));
        json.putObject("entries")
                .put("recorded", outcome.recorded())
                .put("acknowledged", outcome.acknowledged())
                .put("lost", outcome.lost())
                .put("duplicated", outcome.duplicated());
        ArrayNode faults = json.putArray("faults");
        for (Fault fault : outcome.faults())
            faults.addObject().put("fault", fault.fault()).put("evidence", fault.evidence());
        json.put("elapsedMillis", outcome.elapsed().toMillis());
        return json.toString();
    }

    private static ObjectNode store(Outcome outcome, StoreOutcome store) {
        ObjectNode json =
                NodeApi.JSON
                        .createObjectNode()
                        .put("store", store.store())
                        .put("businessDay", outcome.day().toString())
                        .put("currency", outcome.money().currency());
        ObjectNode source = source(store.source());
        source.set("stock", store.stock().told().toJson());
        source.set("tallies", store.tallies().told().toJson());
        source.set("vat", store.vat().told().toJson());
        source.set("money", store.money().told().toJson());
        source.set("positions", store.money().positions().toJson());
        json.set("source", source);
        json.set("beside", store.beside().toJson());
        ObjectNode edge = store.edge().toJson();
        edge.set("stock", store.stock().devices().toJson());
        edge.set("tallies", store.tallies().devices().toJson());
        edge.set("vat", store.vat().devices().toJson());
        edge.set("money", store.money().devices().toJson());
        json.set("edge", edge);
        ObjectNode gateway = store.gateway().toJson();
        gateway.set("stock", store.stock().gateway().toJson());
        json.set("gateway", gateway);
        json.set("closeDown", store.closeDown().toJson());
        json.set("headOffice", store.headOffice().toJson());
        json.set("books", store.books().toJson(outcome.money().currency()));
        return json;
    }

    private static ObjectNode source(SourceTotals totals) {
        return NodeApi.JSON
                .createObjectNode()
                .put("transactions", totals.transactions())
                .put("lines", totals.lines())
                .put("stockRows", totals.stockRows())
                .put("refusedRows", totals.refusedRows())
                .put("grossMinor", totals.grossMinor());
    }
}
