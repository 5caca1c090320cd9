package org.mashhub.adapter.ambulance;

import org.springframework.boot.autoconfigure.SpringBootApplication;

import org.mashhub.adapter.kit.AdapterProcess;

/** The adapter of ambulance service as a process of its own. */
@SpringBootApplication(scanBasePackages = { "org.mashhub.adapter.kit", "org.mashhub.adapter.ambulance" })
public class AmbulanceAdapterService {

	public static void main(String... arguments) {
		AdapterProcess.run(AmbulanceAdapterService.class, arguments);
	}

}
