package org.mashhub.adapter.singlepointofaccess;

import org.springframework.boot.autoconfigure.SpringBootApplication;

import org.mashhub.adapter.kit.AdapterProcess;

/** The adapter of Single Point of Access as a process of its own. */
@SpringBootApplication(scanBasePackages = { "org.mashhub.adapter.kit", "org.mashhub.adapter.singlepointofaccess" })
public class SinglePointOfAccessAdapterService {

	public static void main(String... arguments) {
		AdapterProcess.run(SinglePointOfAccessAdapterService.class, arguments);
	}

}
