-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Tenure" AS ENUM ('COUNCIL', 'HOUSING_ASSOCIATION', 'PRIVATE_RENT', 'OWNED', 'WITH_OTHERS', 'SUPPORTED');

-- CreateEnum
CREATE TYPE "HomelessStage" AS ENUM ('APPLICATION', 'ASSESSMENT', 'OUTCOME');

-- CreateEnum
CREATE TYPE "RentStanding" AS ENUM ('UP_TO_DATE', 'PLAN_AGREED', 'BEHIND');

-- CreateTable
CREATE TABLE "HousingSituation" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "tenure" "Tenure" NOT NULL,
    "area" TEXT,
    "since" DATE,
    "note" TEXT,
    "labels" TEXT[],

    CONSTRAINT "HousingSituation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HomelessApplication" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "appliedOn" DATE,
    "stage" "HomelessStage" NOT NULL,
    "decisionCode" TEXT,
    "decisionLabel" TEXT,
    "noFixedAddress" BOOLEAN,
    "note" TEXT,
    "labels" TEXT[],

    CONSTRAINT "HomelessApplication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RentAccount" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "standing" "RentStanding" NOT NULL,
    "benefitCheckDone" BOOLEAN,

    CONSTRAINT "RentAccount_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HousingSituation_person_idx" ON "HousingSituation"("person");

-- CreateIndex
CREATE INDEX "HomelessApplication_person_idx" ON "HomelessApplication"("person");

-- CreateIndex
CREATE INDEX "RentAccount_person_idx" ON "RentAccount"("person");


