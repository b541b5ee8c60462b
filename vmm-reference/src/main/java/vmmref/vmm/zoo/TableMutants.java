package vmmref.vmm.zoo;

import io.vavr.collection.Seq;

/// Rules made from tables with one change in them. Mutation of compiled code changes no table, so these stand beside it.
public final class TableMutants {
    private TableMutants() { }

    public static Seq<TableMutant> all() {
        return EncodingMutants.all().appendAll(RightsMutants.all()).appendAll(OrderMutants.all()).appendAll(LifeMutants.all()).appendAll(SensitiveMutants.all()).appendAll(PlaceMutants.all())
            .appendAll(RegisterMutants.all()).appendAll(ResourceMutants.all()).appendAll(DeliveryMutants.all()).appendAll(PageMutants.all()).appendAll(PresenceMutants.all());
    }
}
