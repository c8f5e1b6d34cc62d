// A service of the ordinary kind, which keeps its users in memory behind scimmy. It reads its users, as JSON, from the first
// argument; /users shows them as they stand, and /down?calls=2 makes it fail for a while.
import express from 'express'
import SCIMMY from 'scimmy'
import SCIMMYRouters from 'scimmy-routers'

const users = JSON.parse(process.argv[2])
const token = process.argv[3]
let failing = 0

const missing = (id) => new SCIMMY.Types.Error(404, null, `Resource ${id} not found`)
const find = (id) => {
  const user = users.find((one) => one.id === id)
  if (!user) throw missing(id)
  return user
}

SCIMMY.Resources.declare(SCIMMY.Resources.User, {
  egress: (resource) => (resource.id ? find(resource.id) : resource.filter ? resource.filter.match(users) : users),
  ingress: (resource, data) => Object.assign(find(resource.id), JSON.parse(JSON.stringify(data))),
  degress: (resource) => users.splice(users.indexOf(find(resource.id)), 1),
})

const app = express()
app.get('/users', (request, response) => response.json(users))
app.get('/down', (request, response) => response.json((failing = Number(request.query.calls))))
app.use('/scim', (request, response, next) => (failing-- > 0 ? response.status(503).set('Retry-After', '1').end() : next()))
app.use(
  '/scim',
  new SCIMMYRouters({
    type: 'bearer',
    handler: (request) => {
      if (request.header('authorization') !== `Bearer ${token}`) throw new Error('who are you?')
      return 'hiboo'
    },
  }),
)
const server = app.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`))
