package io.tidemark.node.projection;

import java.util.List;

class ShopContractTest extends ProjectionSchemaContract {
    @Override
    protected ProjectionSchema schema() {
        return new Shop();
    }

    @Override
    protected List<MemoryJournal> journals() {
        return List.of(Shop.recorded(1, 60, 21), Shop.recorded(2, 40, 22), Shop.recorded(3, 5, 23));
    }
}
