package org.quittance;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The Spring application; {@code org.quittance.cli} starts it with a database under it. */
@Modulithic(systemName = "Quittance")
@SpringBootApplication
public class QuittanceApplication {}
