package org.quittance.formats.bank;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.quittance.formats.Parsed;

/** Reads pain.002 of any version for what was rejected; what was accepted or is pending says nothing that the statement does not say better. */
final class PainStatus {

    private static final String REJECTED = "RJCT";

    private final ProblemLog log;
    private final List<CollectionRejection> rejections = new ArrayList<>();
    private String message = "";

    PainStatus(ProblemLog log) {
        this.log = log;
    }

    Parsed<List<CollectionRejection>> read(Reader text) throws IOException {
        boolean found = false;
        try {
            CamtCursor cursor = new CamtCursor(text, log);
            while (cursor.nextStart()) {
                if (cursor.name().equals("CstmrPmtStsRpt")) {
                    found = true;
                    readReport(cursor);
                }
            }
        } catch (Broken e) {
            return log.refuse(e.finding());
        }
        return found
                ? log.read(rejections)
                : log.refuse(new Finding(
                        0, "", "", "The file holds no status report", "Ask the bank for its pain.002 again"));
    }

    private void readReport(CamtCursor cursor) throws IOException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "OrgnlGrpInfAndSts" -> readGroup(cursor.element());
                case "OrgnlPmtInfAndSts" -> readCollection(cursor);
                default -> {
                    // The header of the report itself.
                }
            }
        }
    }

    private void readGroup(CamtElement group) {
        message = group.text("OrgnlMsgId");
        if (group.text("GrpSts").equals(REJECTED)) {
            rejections.add(new CollectionRejection(group.line(), message, "", "", code(group)));
        }
    }

    private void readCollection(CamtCursor cursor) throws IOException {
        int depth = cursor.depth();
        String collection = "";
        boolean isRejected = false;
        String code = "";
        long line = cursor.line();
        while (cursor.nextChild(depth)) {
            CamtElement element = cursor.element();
            switch (element.name()) {
                case "OrgnlPmtInfId" -> collection = element.text();
                case "PmtInfSts" -> isRejected = element.text().equals(REJECTED);
                case "StsRsnInf" -> code = code.isEmpty() ? reason(element) : code;
                case "TxInfAndSts" -> readDebit(element, collection);
                default -> {
                    // Counts and sums of the original.
                }
            }
        }
        if (isRejected) {
            rejections.add(new CollectionRejection(line, message, collection, "", code));
        }
    }

    private void readDebit(CamtElement debit, String collection) {
        if (debit.text("TxSts").equals(REJECTED)) {
            rejections.add(new CollectionRejection(
                    debit.line(), message, collection, debit.text("OrgnlEndToEndId"), code(debit)));
        }
    }

    private static String code(CamtElement parent) {
        CamtElement told = parent.at("StsRsnInf");
        return told == null ? "" : reason(told);
    }

    private static String reason(CamtElement told) {
        String code = told.text("Rsn", "Cd");
        return code.isEmpty() ? told.text("Rsn", "Prtry") : code;
    }
}
