package org.mashhub.adapter.police;

import org.mashhub.adapter.kit.AdapterProcess;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The police adapter as a process of its own. */
@SpringBootApplication(scanBasePackages = { "org.mashhub.adapter.kit", "org.mashhub.adapter.police" })
public class PoliceAdapterService {

	public static void main(String... arguments) {
		AdapterProcess.run(PoliceAdapterService.class, arguments);
	}

}
