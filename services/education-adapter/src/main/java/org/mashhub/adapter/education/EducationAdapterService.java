package org.mashhub.adapter.education;

import org.springframework.boot.autoconfigure.SpringBootApplication;

import org.mashhub.adapter.kit.AdapterProcess;

/** The adapter of nurseries and schools as a process of its own. */
@SpringBootApplication(scanBasePackages = { "org.mashhub.adapter.kit", "org.mashhub.adapter.education" })
public class EducationAdapterService {

	public static void main(String... arguments) {
		AdapterProcess.run(EducationAdapterService.class, arguments);
	}

}
