package org.quittance.core.copy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a PDF tells of the document that it is a copy of.
 *
 * @param xmlNumber the number in its embedded XML (Factur-X, ZUGFeRD); empty where it has none
 * @param xmlSeller who issued it, as the XML says
 * @param pageNumbers what follows a word for "invoice number" on its first page
 */
public record CopySigns(String fileName, String xmlNumber, String xmlSeller, List<String> pageNumbers) {

    public CopySigns {
        pageNumbers = List.copyOf(pageNumbers);
    }

    /** Everything that has to be looked up. */
    public Set<String> numbers() {
        if (!xmlNumber.isEmpty()) {
            return Set.of(xmlNumber);
        }
        FileNameNumbers name = FileNameNumbers.of(fileName);
        Set<String> numbers = new LinkedHashSet<>(name.numbers());
        if (!name.whole().isEmpty()) {
            numbers.add(name.whole());
        }
        numbers.addAll(pageNumbers);
        return numbers;
    }
}
