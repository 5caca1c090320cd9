package org.mashhub.adapter.earlyhelp;

import org.springframework.boot.autoconfigure.SpringBootApplication;

import org.mashhub.adapter.kit.AdapterProcess;

/** The adapter of early help and children's centres as a process of its own. */
@SpringBootApplication(scanBasePackages = { "org.mashhub.adapter.kit", "org.mashhub.adapter.earlyhelp" })
public class EarlyHelpAdapterService {

	public static void main(String... arguments) {
		AdapterProcess.run(EarlyHelpAdapterService.class, arguments);
	}

}
