-- Run once, when the database's volume is new. Each service owns a database; its tables it creates itself.
CREATE DATABASE notification;
CREATE DATABASE console;
