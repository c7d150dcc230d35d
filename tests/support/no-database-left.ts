import { afterAll } from 'vitest'
import { dropDatabases } from './database'

// Registered before those of the test file, and so run after them, when nobody is connected any more.
afterAll(dropDatabases)
