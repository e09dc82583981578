package io.tidemark.cloud.masterdata;

import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.masterdata.TaxDefinition;
import io.tidemark.ledger.masterdata.Trade;
import java.io.IOException;
import java.util.List;

/**
 * What might be published, not yet of any version.
 *
 * @param products closed by whoever has made it
 */
record Content(
        List<TaxDefinition> taxes,
        List<Operator> operators,
        Rules rules,
        Trade trade,
        Draft products)
        implements AutoCloseable {
    Content {
        taxes = List.copyOf(taxes);
        operators = List.copyOf(operators);
    }

    MasterData around(String organisation, long version) {
        return new MasterData(
                organisation, version, taxes, List.of(), operators, rules, null, trade);
    }

    @Override
    public void close() throws IOException {
        products.close();
    }
}
