package org.quittance.bench;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes and unique constraints of some tables beside their primary keys, taken off while very many rows go in and put back behind
 * them: an index is sorted once in a fraction of the time in which ten million rows find their places in it one by one.
 */
final class SecondaryIndexes {

    private final List<String> definitions;

    private SecondaryIndexes(List<String> definitions) {
        this.definitions = List.copyOf(definitions);
    }

    static SecondaryIndexes takeOff(Workbench bench, String... tables) throws SQLException {
        List<String> drops = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        try (PreparedStatement query = bench.owner().prepareStatement("""
                select
                    case when c.oid is null then format('drop index %s', i.indexrelid::regclass)
                        else format('alter table %s drop constraint %I', i.indrelid::regclass, c.conname) end,
                    case when c.oid is null then pg_get_indexdef(i.indexrelid)
                        else format('alter table %s add constraint %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) end
                from pg_index i
                left join pg_constraint c on c.conindid = i.indexrelid and c.contype = 'u'
                where i.indrelid = any(?::regclass[])
                  and not i.indisprimary
                order by i.indexrelid
                """)) {
            Array names = bench.owner().createArrayOf("text", tables);
            query.setArray(1, names);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    drops.add(rows.getString(1));
                    definitions.add(rows.getString(2));
                }
            }
        }
        for (String drop : drops) {
            bench.execute(drop);
        }
        return new SecondaryIndexes(definitions);
    }

    void putBack(Workbench bench) throws SQLException {
        bench.execute("set maintenance_work_mem = '1GB'");
        for (String definition : definitions) {
            bench.execute(definition);
        }
        bench.execute("reset maintenance_work_mem");
    }
}
