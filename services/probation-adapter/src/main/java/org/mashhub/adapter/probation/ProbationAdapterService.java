package org.mashhub.adapter.probation;

import org.springframework.boot.autoconfigure.SpringBootApplication;

import org.mashhub.adapter.kit.AdapterProcess;

/** The adapter of probation and prison as a process of its own. */
@SpringBootApplication(scanBasePackages = { "org.mashhub.adapter.kit", "org.mashhub.adapter.probation" })
public class ProbationAdapterService {

	public static void main(String... arguments) {
		AdapterProcess.run(ProbationAdapterService.class, arguments);
	}

}
