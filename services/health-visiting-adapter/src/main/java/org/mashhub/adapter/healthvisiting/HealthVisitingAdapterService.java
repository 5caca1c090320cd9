package org.mashhub.adapter.healthvisiting;

import org.mashhub.adapter.kit.AdapterProcess;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The health visiting adapter as a process of its own. */
@SpringBootApplication(scanBasePackages = { "org.mashhub.adapter.kit", "org.mashhub.adapter.healthvisiting" })
public class HealthVisitingAdapterService {

	public static void main(String... arguments) {
		AdapterProcess.run(HealthVisitingAdapterService.class, arguments);
	}

}
