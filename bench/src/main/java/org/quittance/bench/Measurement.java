package org.quittance.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Measures one part of the work on a book that is there. */
interface Measurement {

    List<Figure> measure(Workbench bench, BookSize size) throws SQLException, IOException;
}
