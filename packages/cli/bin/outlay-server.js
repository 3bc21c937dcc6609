#!/usr/bin/env node
import "../dist/outlay-server.js";
